package io.github.kisconnect.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What holds for the decoding of every payload, whatever is in it. */
final class Outcomes {

  /** Most rejected pieces that no good record parts. */
  private static final int MOST_PIECES = 1000;

  private Outcomes() {}

  static void check(DecodedFrame decoded, int payloadLength) {
    List<String> tickers = FuzzInputs.TICKER_LIST;
    assertThat(decoded.trades()).allMatch(indexed -> tickers.contains(indexed.trade().ticker()));
    assertThat(decoded.trades())
        .extracting(DecodedFrame.IndexedTrade::index)
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(decoded.rejected())
        .hasSizeLessThanOrEqualTo(MOST_PIECES + decoded.trades().size())
        .allMatch(rejected -> rejected.ticker() == null || tickers.contains(rejected.ticker()))
        .allMatch(rejected -> !rejected.detail().isEmpty() && rejected.detail().length() <= 200);
    assertThat(decoded.rejected().stream().mapToInt(rejected -> rejected.bytes().length).sum())
        .isLessThanOrEqualTo(payloadLength);
  }
}
