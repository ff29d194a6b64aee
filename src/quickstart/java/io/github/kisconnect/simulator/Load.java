package io.github.kisconnect.simulator;

import java.time.Duration;

/**
 * A load to offer: frames of equal size at equal intervals.
 *
 * @param recordsPerSecond of all tickers together
 * @param seconds how long
 * @param recordsPerFrame exactly; all of one ticker
 */
public record Load(double recordsPerSecond, double seconds, int recordsPerFrame) {

  private static final double NANOS_PER_SECOND = 1e9;
  private static final int MOST_PER_FRAME = 999;

  /** More frames a second than this go out by the millisecond. */
  private static final double MOST_ONE_BY_ONE = 30_000;

  private static final Duration FINE_STEP = Duration.ofNanos(50_000);
  private static final Duration COARSE_STEP = Duration.ofMillis(1);

  public Load {
    if (!(recordsPerSecond > 0) || recordsPerSecond > 10_000_000 || !(seconds > 0)) {
      throw new IllegalArgumentException(
          "A load has a rate above 0, at most 10000000 records per second, and lasts longer than 0"
              + " seconds.");
    }
    if (recordsPerFrame < 1 || recordsPerFrame > MOST_PER_FRAME) {
      throw new IllegalArgumentException("A frame holds 1 to 999 records.");
    }
  }

  /** How many frames it has in all. */
  long frames() {
    return Math.max(1, Math.round(recordsPerSecond * seconds / recordsPerFrame));
  }

  /** How many frames are due at a time since its begin. */
  long framesDue(long nanos) {
    return Math.min(frames(), (long) (nanos / interval()) + 1);
  }

  /** When a frame is due, in nanoseconds since the begin of the load. */
  long dueAt(long frame) {
    return (long) (frame * interval());
  }

  /**
   * How long to wait at least before looking again at what is due. Waking up for every one of many
   * frames takes processor time from whatever is measured beside the simulator.
   */
  Duration step() {
    return NANOS_PER_SECOND / interval() > MOST_ONE_BY_ONE ? COARSE_STEP : FINE_STEP;
  }

  private double interval() {
    return NANOS_PER_SECOND * recordsPerFrame / recordsPerSecond;
  }
}
