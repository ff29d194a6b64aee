package io.github.kisconnect.gap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Counts lost records per ticker and reason at the moment of loss, and merges neighbouring losses
 * into one hole. A hole reaches from a second before the receipt of the first lost record, since it
 * was sent earlier than that, to the receipt of the last, both inclusive; records delivered in
 * between do not split it. Bounded by tickers times reasons. Any thread.
 */
public final class LossLedger {

  private final Map<Key, Loss> losses = new LinkedHashMap<>();

  /** Notes one lost record. */
  public void lost(String ticker, GapReason reason, long receivedAtMicros, String session) {
    note(new Key(ticker, reason), new Loss(receivedAtMicros, receivedAtMicros, 1, false, session));
  }

  /** Notes a loss of unknown size in which any of these tickers may have been meant. */
  public void lostUnknown(
      List<String> tickers, GapReason reason, long receivedAtMicros, String session) {
    Loss loss = new Loss(receivedAtMicros, receivedAtMicros, 0, true, session);
    for (String ticker : tickers) {
      note(new Key(ticker, reason), loss);
    }
  }

  /**
   * Removes and returns the holes without a new loss since {@code quietBeforeMicros}, oldest entry
   * first; {@link Long#MAX_VALUE} gives all of them.
   */
  public synchronized List<Gap> drain(long quietBeforeMicros) {
    List<Gap> gaps = new ArrayList<>();
    losses
        .entrySet()
        .removeIf(
            entry -> {
              boolean quiet = entry.getValue().last < quietBeforeMicros;
              if (quiet) {
                gaps.add(entry.getValue().gap(entry.getKey()));
              }
              return quiet;
            });
    return gaps;
  }

  private synchronized void note(Key key, Loss loss) {
    losses.merge(key, loss, Loss::and);
  }

  /** What losses are merged by. */
  private record Key(String ticker, GapReason reason) {}

  /** Losses of one key, merged; {@code unknown} where the count is a lower bound only. */
  private record Loss(long first, long last, long count, boolean unknown, String session) {
    Loss and(Loss other) {
      return new Loss(
          Math.min(first, other.first),
          Math.max(last, other.last),
          count + other.count,
          unknown || other.unknown,
          other.session);
    }

    Gap gap(Key key) {
      return new Gap(
          key.ticker,
          key.reason,
          first - GapTracker.UNDER_WAY_MICROS,
          OptionalLong.of(last),
          unknown ? OptionalLong.empty() : OptionalLong.of(count),
          session,
          detail(key.reason));
    }

    private String detail(GapReason reason) {
      String size = unknown ? "An unknown number of records" : count + " records";
      return switch (reason) {
        case OVERFLOW ->
            size + " found the hand-over queue full; the worker takes them too slowly.";
        case MALFORMED -> size + " could not be decoded.";
        case DISCONNECT, PAUSE, RESTART, REJECTED, SESSION_FULL -> size + " lost.";
      };
    }
  }
}
