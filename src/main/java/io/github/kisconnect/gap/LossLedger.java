package io.github.kisconnect.gap;

import java.util.List;

/**
 * Counts lost records per ticker and reason at the moment of loss, and merges neighbouring losses
 * into one hole. Bounded by tickers times reasons. Any thread.
 */
public final class LossLedger {

  /** Notes one lost record. */
  public void lost(String ticker, GapReason reason, long receivedAtMicros, String session) {
    throw new UnsupportedOperationException();
  }

  /** Notes a loss of unknown size in which any of these tickers may have been meant. */
  public void lostUnknown(
      List<String> tickers, GapReason reason, long receivedAtMicros, String session) {
    throw new UnsupportedOperationException();
  }

  /** Removes and returns the holes without a new loss since {@code quietBeforeMicros}. */
  public List<Gap> drain(long quietBeforeMicros) {
    throw new UnsupportedOperationException();
  }
}
