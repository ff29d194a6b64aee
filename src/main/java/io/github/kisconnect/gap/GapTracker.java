package io.github.kisconnect.gap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Knows for each ticker whether it is covered by a session, and turns the time in which it was not
 * into holes. A ticker that was never covered has no hole before its first acknowledgement. One
 * thread at a time.
 */
public final class GapTracker {

  /**
   * What was under way at the last sign of life is lost as well, and KIS tells time in whole
   * seconds: a hole begins this much before it.
   */
  static final long UNDER_WAY_MICROS = 1_000_000;

  private final Set<String> covered = new HashSet<>();
  private final Map<String, Hole> open = new HashMap<>();

  /**
   * Opens a hole for each ticker whose last delivered record is known.
   *
   * @param lastReceivedAtMicros receipt of the last delivered record by ticker, microseconds since
   *     the epoch
   */
  public GapTracker(Map<String, Long> lastReceivedAtMicros) {
    lastReceivedAtMicros.forEach(
        (ticker, at) ->
            open.put(
                ticker,
                new Hole(
                    GapReason.RESTART,
                    at - UNDER_WAY_MICROS,
                    "The task did not run, or what it had received was not yet delivered.",
                    false)));
  }

  /** The session is gone: every covered ticker has a hole from its last sign of life on. */
  public void connectionLost(GapReason reason, long lastSignOfLifeMicros, String cause) {
    for (String ticker : covered) {
      open.put(ticker, new Hole(reason, lastSignOfLifeMicros - UNDER_WAY_MICROS, cause, false));
    }
    covered.clear();
  }

  /**
   * The ticker was acknowledged, or a record of it came: gives the hole that is over, if any. One
   * that seems to begin later than now was begun by another clock, or by this one before it was
   * set.
   */
  public Optional<Gap> covered(String ticker, long atMicros, String session) {
    covered.add(ticker);
    return Optional.ofNullable(open.remove(ticker))
        .map(hole -> hole.notAfter(atMicros).gap(ticker, OptionalLong.of(atMicros), session));
  }

  /**
   * The ticker will not come: gives a hole without end, which begins with the open one where there
   * is one. Nothing where that was said before.
   */
  public Optional<Gap> refused(
      String ticker, GapReason reason, long atMicros, String session, String detail) {
    covered.remove(ticker);
    Hole before = open.get(ticker);
    if (before != null && before.told && before.reason == reason) {
      return Optional.empty();
    }
    long from = before == null ? atMicros : before.notAfter(atMicros).from;
    Hole hole = new Hole(reason, from, detail, true);
    open.put(ticker, hole);
    return Optional.of(hole.gap(ticker, OptionalLong.empty(), session));
  }

  /** No session will follow: gives every open hole that was not told yet, without end. */
  public List<Gap> abandoned() {
    List<Gap> gaps = new ArrayList<>();
    open.replaceAll(
        (ticker, hole) -> {
          if (!hole.told) {
            gaps.add(hole.gap(ticker, OptionalLong.empty(), ""));
          }
          return new Hole(hole.reason, hole.from, hole.detail, true);
        });
    return gaps;
  }

  /** An open hole; {@code told} where it was given out without an end. */
  private record Hole(GapReason reason, long from, String detail, boolean told) {
    Hole notAfter(long micros) {
      return new Hole(reason, Math.min(from, micros), detail, told);
    }

    Gap gap(String ticker, OptionalLong to, String session) {
      return new Gap(ticker, reason, from, to, OptionalLong.empty(), session, detail);
    }
  }
}
