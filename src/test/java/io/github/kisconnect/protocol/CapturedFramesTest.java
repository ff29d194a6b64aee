package io.github.kisconnect.protocol;

import static io.github.kisconnect.protocol.ExpectedTradeField.ACML_TR_PBMN;
import static io.github.kisconnect.protocol.ExpectedTradeField.ACML_VOL;
import static io.github.kisconnect.protocol.ExpectedTradeField.CNTG_VOL;
import static io.github.kisconnect.protocol.ExpectedTradeField.HGPR_HOUR;
import static io.github.kisconnect.protocol.ExpectedTradeField.LWPR_HOUR;
import static io.github.kisconnect.protocol.ExpectedTradeField.MRKT_TRTM_CLS_CODE;
import static io.github.kisconnect.protocol.ExpectedTradeField.OPRC_HOUR;
import static io.github.kisconnect.protocol.ExpectedTradeField.STCK_PRPR;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Decodes what KIS really sent. */
class CapturedFramesTest {

  @Test
  void decodesEveryFieldOfTheRecordOf2024() {
    DecodedFrame decoded = Frames.decode(CapturedFrames.AUCTION_2024, "005930");

    assertThat(decoded.rejected()).isEmpty();
    assertThat(decoded.width()).isEqualTo(45);
    assertThat(decoded.trades())
        .singleElement()
        .satisfies(
            indexed -> {
              assertThat(indexed.index()).isZero();
              assertThat(indexed.trade().extraFields()).isEmpty();
              assertThat(values(indexed.trade()))
                  .isEqualTo(
                      "005930 31785000 77600 2 1300 170 0 0 0 0 77600 77500 64 221986 17226113600"
                          + " 0 0 0 0 0 0 1 1 0 null 3 0 null 3 0 null 3 0 19839 00 N 11591 2878"
                          + " 41034 6265 0 0 0 B null");
            });
  }

  @Test
  void decodesEveryFieldOfBothRecordsOf2026() {
    DecodedFrame decoded = Frames.decode(CapturedFrames.AUCTION_2026, "005930");

    assertThat(decoded.rejected()).isEmpty();
    assertThat(decoded.width()).isEqualTo(46);
    assertThat(decoded.trades()).extracting(DecodedFrame.IndexedTrade::index).containsExactly(0, 1);
    assertThat(decoded.trades())
        .allSatisfy(indexed -> assertThat(indexed.trade().extraFields()).containsExactly("318000"));
    assertThat(decoded.trades())
        .extracting(indexed -> values(indexed.trade()))
        .containsExactly(
            "005930 31890000 308000 5 -10000 -314 0 0 0 0 308000 307500 3 313469 96548452000"
                + " 0 0 0 0 0 0 1 1 0 null 3 0 null 3 0 null 3 0 20641 00 N 3502 1437 44094 6872"
                + " 1 0 0 B null",
            "005930 31890000 308000 5 -10000 -314 0 0 0 0 308000 307500 1 313470 96548760000"
                + " 0 0 0 0 0 0 1 1 0 null 3 0 null 3 0 null 3 0 20641 00 N 3531 1437 44123 6872"
                + " 1 0 0 B null");
  }

  @Test
  void fieldsHoldTogetherAsTheirMeaningsSay() {
    List<ExpectedTrade> trades =
        Frames.decode(CapturedFrames.AUCTION_2026, "005930").trades().stream()
            .map(DecodedFrame.IndexedTrade::trade)
            .toList();

    assertThat(trades)
        .allSatisfy(
            trade ->
                assertThat(trade.number(STCK_PRPR) * trade.number(ACML_VOL))
                    .isEqualTo(trade.number(ACML_TR_PBMN)));
    assertThat(trades.get(1).number(ACML_VOL) - trades.get(0).number(ACML_VOL))
        .isEqualTo(trades.get(1).number(CNTG_VOL));
  }

  @Test
  void timesNotYetKnownAndEmptyCodesAreNull() {
    ExpectedTrade trade =
        Frames.decode(CapturedFrames.AUCTION_2024, "005930").trades().get(0).trade();

    assertThat(List.of(OPRC_HOUR, HGPR_HOUR, LWPR_HOUR, MRKT_TRTM_CLS_CODE))
        .allMatch(trade::isNull);
    assertThat(trade.number(OPRC_HOUR)).isZero();
    assertThat(trade.text(MRKT_TRTM_CLS_CODE)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        CapturedFrames.AFTER_HOURS_2024,
        CapturedFrames.TRADE_2023,
        CapturedFrames.TRADE_2026
      })
  void framesOfSiblingTrsAreRejectedWhole(String frame) {
    DecodedFrame decoded = Frames.decode(frame, "005930", "000660");

    assertThat(decoded.trades()).isEmpty();
    assertThat(decoded.width()).isZero();
    assertThat(decoded.rejected())
        .singleElement()
        .satisfies(
            rejected -> {
              String trId = frame.split("\\|", 4)[1];
              assertThat(rejected.reason()).isEqualTo(RejectReason.UNKNOWN_TR);
              assertThat(rejected.detail()).contains("\"" + trId + "\"");
              assertThat(Frames.text(rejected.bytes())).isEqualTo(frame.split("\\|", 4)[3]);
              assertThat(rejected.ticker()).isEqualTo("005930");
              assertThat(rejected.index()).isZero();
            });
  }

  /** Values in the order of the wire, as packed. */
  private static String values(ExpectedTrade trade) {
    return Arrays.stream(ExpectedTradeField.values())
        .map(
            field ->
                trade.isNull(field)
                    ? "null"
                    : field.isText() ? trade.text(field) : Long.toString(trade.number(field)))
        .reduce((all, next) -> all + " " + next)
        .orElseThrow();
  }
}
