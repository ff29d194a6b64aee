package io.github.kisconnect.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Any number of records of any width; the values they may hold. */
class RecordDecoderTest {

  private static final String[] TICKERS = {"005930", "000660", "0193T0", "Q500001"};

  @ParameterizedTest
  @CsvSource({
    "45, 1", "45, 2", "45, 3", "45, 20", "45, 999", "46, 1", "46, 2", "46, 7", "46, 20", "46, 999",
    "47, 1", "47, 2", "47, 19", "50, 1", "50, 2", "50, 45", "50, 90", "89, 1", "89, 3"
  })
  void decodesAnyNumberOfRecordsOfAnyWidth(int width, int count) {
    List<String> records = records(width, count);

    DecodedFrame decoded = Frames.decode(Frames.frame(records), TICKERS);

    assertThat(decoded.rejected()).isEmpty();
    assertThat(decoded.width()).isEqualTo(width);
    assertThat(decoded.trades())
        .extracting(DecodedFrame.IndexedTrade::index)
        .containsExactlyElementsOf(IntStream.range(0, count).boxed().toList());
    assertThat(decoded.trades())
        .allSatisfy(
            indexed ->
                assertThat(indexed.trade().extraFields())
                    .isEqualTo(Collections.nCopies(width - 45, "318000")));
    assertThat(decoded.trades())
        .extracting(indexed -> indexed.trade().ticker())
        .isEqualTo(
            records.stream().map(record -> record.substring(0, record.indexOf("^"))).toList());
  }

  @Test
  void oneToTwentyRecordsOfEveryWidth() {
    for (int width = 45; width <= 50; width++) {
      for (int count = 1; count <= 20; count++) {
        DecodedFrame decoded = Frames.decode(Frames.frame(records(width, count)), TICKERS);

        assertThat(decoded.trades()).as("%d x %d", count, width).hasSize(count);
        assertThat(decoded.width()).isEqualTo(width);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "01", "001", "0001"})
  void countNeedsNoPadding(String count) {
    DecodedFrame decoded = Frames.decode(Frames.frame(count, records(46, 1).get(0)), TICKERS);

    assertThat(decoded.trades()).hasSize(1);
    assertThat(decoded.width()).isEqualTo(46);
  }

  @Test
  void aTrailingSeparatorIsNoField() {
    String payload = String.join("^", records(46, 3)) + "^";

    DecodedFrame decoded = Frames.decode(Frames.frame("003", payload), TICKERS);

    assertThat(decoded.rejected()).isEmpty();
    assertThat(decoded.trades()).hasSize(3);
    assertThat(decoded.width()).isEqualTo(46);
  }

  @Test
  void aLostLastFieldIsEmpty() {
    List<String> fields = RecordText.of("005930").fields();
    String payload = String.join("^", fields.subList(0, 44));

    DecodedFrame decoded = Frames.decode(Frames.frame("001", payload), TICKERS);

    assertThat(decoded.rejected()).isEmpty();
    assertThat(decoded.trades())
        .singleElement()
        .satisfies(
            indexed ->
                assertThat(indexed.trade().isNull(ExpectedTradeField.MRKT_TRTM_CLS_CODE)).isTrue());
  }

  @Test
  void aLostLastFieldOfTheLastRecordIsEmpty() {
    String payload = String.join("^", records(45, 2));

    DecodedFrame decoded =
        Frames.decode(Frames.frame("002", payload.substring(0, payload.length() - 1)), TICKERS);

    assertThat(decoded.rejected()).isEmpty();
    assertThat(decoded.trades()).hasSize(2);
  }

  @Test
  void lineEndsAndNulsBehindTheFrameAreNoContent() {
    DecodedFrame decoded = Frames.decode(Frames.frame(records(46, 1)) + "\r\n\0", TICKERS);

    assertThat(decoded.trades().get(0).trade().extraFields()).containsExactly("318000");
  }

  @ParameterizedTest
  @EnumSource
  void anOptionalFieldMayBeEmptyOrTheLiteralNull(ExpectedTradeField field) {
    for (String nothing : List.of("", "(null)")) {
      DecodedFrame decoded =
          Frames.decode(
              Frames.frame(List.of(RecordText.of("005930").with(field, nothing).text())), TICKERS);

      if (field.required()) {
        assertThat(decoded.trades()).isEmpty();
        assertThat(decoded.rejected()).singleElement().satisfies(r -> isBadValue(r, field));
      } else {
        assertThat(decoded.trades())
            .singleElement()
            .satisfies(indexed -> assertThat(indexed.trade().isNull(field)).isTrue());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void rubbishInAnyFieldRejectsTheRecordAndNamesTheField(ExpectedTradeField field) {
    for (String rubbish : List.of("0   08", "\u00a3\u00ac", "\0", "7".repeat(280), "6.8e18")) {
      String record = RecordText.of("005930").with(field, rubbish).widened(46).text();

      DecodedFrame decoded = Frames.decode(Frames.frame(List.of(record)), TICKERS);

      assertThat(decoded.trades()).isEmpty();
      assertThat(decoded.rejected())
          .singleElement()
          .satisfies(
              rejected -> {
                isBadValue(rejected, field);
                assertThat(Frames.text(rejected.bytes())).isEqualTo(record);
                assertThat(rejected.detail()).hasSizeLessThanOrEqualTo(200);
              });
    }
  }

  @ParameterizedTest
  @CsvSource({
    "STCK_PRPR, 1234567890",
    "STCK_PRPR, -1",
    "PRDY_VRSS, -1234567890",
    "ACML_VOL, 1234567890123",
    "ACML_TR_PBMN, 12345678901234567",
    "ACML_VOL, -5",
    "PRDY_CTRT, 1.234",
    "VOL_TNRT, -0.01",
    "TRHT_YN, X",
    "TRHT_YN, YN",
    "TRHT_YN, y",
    "STCK_CNTG_HOUR, 246000",
    "BSOP_DATE, 20240230",
    "OPRC_HOUR, 256000",
    "HOUR_CLS_CODE, 318000",
    "ASKP_RSQN1, 1.0",
    "CTTR, 1."
  })
  void refusesValuesThatNoMarketMakes(ExpectedTradeField field, String value) {
    DecodedFrame decoded =
        Frames.decode(
            Frames.frame(List.of(RecordText.of("005930").with(field, value).text())), TICKERS);

    assertThat(decoded.rejected())
        .singleElement()
        .satisfies(
            rejected -> {
              isBadValue(rejected, field);
              assertThat(rejected.detail()).contains("\"" + value + "\"");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "STCK_PRPR, 0, 0",
    "STCK_PRPR, 999999999, 999999999",
    "PRDY_VRSS, -999999999, -999999999",
    "CNTG_VOL, -3, -3",
    "NTBY_CNTG_CSNU, -9889, -9889",
    "ACML_VOL, 999999999999, 999999999999",
    "ACML_TR_PBMN, 9999999999999999, 9999999999999999",
    "PRDY_CTRT, -0.00, 0",
    "VOL_TNRT, -0.00, 0",
    "PRDY_CTRT, -12.08, -1208",
    "CTTR, 120.3, 12030",
    "CTTR, 7, 700",
    "PRDY_VOL_VRSS_ACML_VOL_RATE, -63.02, -6302",
    "OPRC_VRSS_PRPR, -5250, -5250",
    "STCK_CNTG_HOUR, 000000, 0",
    "OPRC_HOUR, 090013, 32413000",
    "LWPR_HOUR, 000001, 1000"
  })
  void readsValuesExactly(ExpectedTradeField field, String value, long packed) {
    ExpectedTrade trade = only(RecordText.of("005930").with(field, value));

    assertThat(trade.isNull(field)).isFalse();
    assertThat(trade.number(field)).isEqualTo(packed);
  }

  @ParameterizedTest
  @CsvSource({
    "NEW_MKOP_CLS_CODE, 49",
    "NEW_MKOP_CLS_CODE, AF8",
    "HOUR_CLS_CODE, C",
    "TRHT_YN, Y",
    "PRDY_VRSS_SIGN, 9",
    "MRKT_TRTM_CLS_CODE, 1",
    "CNTG_CLS_CODE, ' '"
  })
  void codesAreAnOpenSet(ExpectedTradeField field, String code) {
    assertThat(only(RecordText.of("005930").with(field, code)).text(field)).isEqualTo(code);
  }

  @Test
  void extraColumnsAreKeptAsTheyCame() {
    ExpectedTrade trade = only(RecordText.of("005930").plus("", "(null)", "\u00a3\u00ac\0", " 7 "));

    assertThat(trade.extraFields()).containsExactly("", "(null)", "\u00a3\u00ac\0", " 7 ");
  }

  @Test
  void anExtraColumnOfAbsurdLengthRejectsTheRecord() {
    String longest = "7".repeat(RecordReader.MAX_EXTRA_LENGTH);
    assertThat(only(RecordText.of("005930").plus(longest)).extraFields()).containsExactly(longest);

    DecodedFrame decoded =
        Frames.decode(
            Frames.frame(List.of(RecordText.of("005930").plus(longest + "7").text())), TICKERS);

    assertThat(decoded.rejected())
        .singleElement()
        .satisfies(
            rejected -> {
              assertThat(rejected.reason()).isEqualTo(RejectReason.BAD_VALUE);
              assertThat(rejected.detail()).startsWith("Extra field (field 45) is ");
              assertThat(rejected.ticker()).isEqualTo("005930");
            });
  }

  @Test
  void aGoodRecordOfAnotherTickerIsRejectedAlone() {
    List<String> records =
        List.of(
            RecordText.of("005930").text(),
            RecordText.of("999999").text(),
            RecordText.of("000660").text());

    DecodedFrame decoded = Frames.decode(Frames.frame(records), TICKERS);

    assertThat(decoded.trades()).extracting(DecodedFrame.IndexedTrade::index).containsExactly(0, 2);
    assertThat(decoded.rejected())
        .singleElement()
        .satisfies(
            rejected -> {
              assertThat(rejected.reason()).isEqualTo(RejectReason.UNKNOWN_TICKER);
              assertThat(rejected.detail()).contains("\"999999\"");
              assertThat(rejected.ticker()).isNull();
              assertThat(rejected.index()).isEqualTo(1);
              assertThat(Frames.text(rejected.bytes())).isEqualTo(records.get(1));
            });
  }

  @Test
  void textOfANumberAndNumberOfATextAreRefused() {
    ExpectedTrade trade = only(RecordText.of("005930"));

    assertThat(catchThrowable(() -> trade.text(ExpectedTradeField.STCK_PRPR)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(catchThrowable(() -> trade.number(ExpectedTradeField.HOUR_CLS_CODE)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void isBadValue(RejectedRecord rejected, ExpectedTradeField field) {
    assertThat(rejected.reason()).isEqualTo(RejectReason.BAD_VALUE);
    assertThat(rejected.detail()).startsWith(field.name() + " (field " + field.place() + ") is ");
  }

  private static ExpectedTrade only(RecordText record) {
    DecodedFrame decoded = Frames.decode(Frames.frame(List.of(record.text())), TICKERS);
    assertThat(decoded.rejected()).isEmpty();
    assertThat(decoded.trades()).hasSize(1);
    return decoded.trades().get(0).trade();
  }

  private static List<String> records(int width, int count) {
    List<String> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      records.add(RecordText.of(TICKERS[i % TICKERS.length]).widened(width).text());
    }
    return records;
  }
}
