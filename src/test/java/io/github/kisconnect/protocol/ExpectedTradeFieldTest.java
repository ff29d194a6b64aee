package io.github.kisconnect.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of fields against the official API page. */
class ExpectedTradeFieldTest {

  /** Names of the page, in its order. */
  private static final String API_PAGE =
      """
          MKSC_SHRN_ISCD 유가증권단축종목코드
          STCK_CNTG_HOUR 주식체결시간
          STCK_PRPR 주식현재가
          PRDY_VRSS_SIGN 전일대비구분
          PRDY_VRSS 전일대비
          PRDY_CTRT 등락율
          WGHN_AVRG_STCK_PRC 가중평균주식가격
          STCK_OPRC 시가
          STCK_HGPR 고가
          STCK_LWPR 저가
          ASKP1 매도호가
          BIDP1 매수호가
          CNTG_VOL 거래량
          ACML_VOL 누적거래량
          ACML_TR_PBMN 누적거래대금
          SELN_CNTG_CSNU 매도체결건수
          SHNU_CNTG_CSNU 매수체결건수
          NTBY_CNTG_CSNU 순매수체결건수
          CTTR 체결강도
          SELN_CNTG_SMTN 총매도수량
          SHNU_CNTG_SMTN 총매수수량
          CNTG_CLS_CODE 체결구분
          SHNU_RATE 매수비율
          PRDY_VOL_VRSS_ACML_VOL_RATE 전일거래량대비등락율
          OPRC_HOUR 시가시간
          OPRC_VRSS_PRPR_SIGN 시가대비구분
          OPRC_VRSS_PRPR 시가대비
          HGPR_HOUR 최고가시간
          HGPR_VRSS_PRPR_SIGN 고가대비구분
          HGPR_VRSS_PRPR 고가대비
          LWPR_HOUR 최저가시간
          LWPR_VRSS_PRPR_SIGN 저가대비구분
          LWPR_VRSS_PRPR 저가대비
          BSOP_DATE 영업일자
          NEW_MKOP_CLS_CODE 신장운영구분코드
          TRHT_YN 거래정지여부
          ASKP_RSQN1 매도호가잔량1
          BIDP_RSQN1 매수호가잔량1
          TOTAL_ASKP_RSQN 총매도호가잔량
          TOTAL_BIDP_RSQN 총매수호가잔량
          VOL_TNRT 거래량회전율
          PRDY_SMNS_HOUR_ACML_VOL 전일동시간누적거래량
          PRDY_SMNS_HOUR_ACML_VOL_RATE 전일동시간누적거래량비율
          HOUR_CLS_CODE 시간구분코드
          MRKT_TRTM_CLS_CODE 임의종료구분코드
      """;

  @Test
  void namesAndOrderAreThoseOfTheApiPage() {
    Stream<String> table =
        Arrays.stream(ExpectedTradeField.values())
            .map(field -> field.name() + " " + field.koreanName());

    assertThat(table).containsExactlyElementsOf(API_PAGE.lines().map(String::strip).toList());
    assertThat(ExpectedTradeField.count()).isEqualTo(45);
  }

  @Test
  void placesCountFromZero() {
    ExpectedTradeField[] table = ExpectedTradeField.values();

    for (int i = 0; i < table.length; i++) {
      assertThat(table[i].place()).as(table[i].name()).isEqualTo(i);
      assertThat(ExpectedTradeField.at(i)).isEqualTo(table[i]);
    }
  }

  @Test
  void onlyTickerTimeAndDateAreRequired() {
    assertThat(ExpectedTradeField.values())
        .filteredOn(ExpectedTradeField::required)
        .containsExactly(
            ExpectedTradeField.MKSC_SHRN_ISCD,
            ExpectedTradeField.STCK_CNTG_HOUR,
            ExpectedTradeField.BSOP_DATE);
  }

  @Test
  void typesAreThoseOfTheReference() {
    String letters =
        Arrays.stream(ExpectedTradeField.values())
            .map(field -> field.type().name().substring(0, 2))
            .reduce("", (all, next) -> all + next + " ");

    assertThat(letters)
        .isEqualTo(
            "TE TI KR CO KR DE DE KR KR KR KR KR QU QU KR QU QU QU DE QU QU CO DE DE "
                + "TI CO KR TI CO KR TI CO KR DA CO CO QU QU QU QU DE QU DE CO CO ");
  }

  @ParameterizedTest
  @EnumSource
  void docIsOneLineOfKoreanNameUnitAndMeaning(ExpectedTradeField field) {
    assertThat(field.doc())
        .isEqualTo(field.koreanName() + " [" + field.unit() + "]: " + field.meaning())
        .doesNotContain("\n");
    assertThat(field.meaning()).endsWith(".").hasSizeGreaterThan(20);
    assertThat(field.unit()).isNotBlank();
  }

  @Test
  void everyMeaningIsItsOwn() {
    assertThat(ExpectedTradeField.values())
        .extracting(ExpectedTradeField::meaning)
        .doesNotHaveDuplicates();
  }
}
