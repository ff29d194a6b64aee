package io.github.kisconnect.session;

import java.time.Duration;

/**
 * The last beat of the session thread, and the last standstill of the process, which a missed beat
 * tells of. All times are monotonic nanoseconds. Immutable.
 *
 * @param more whether another beat is due within a second
 */
record Heartbeat(boolean more, long lastNanos, long stillFromNanos, long stillUntilNanos) {

  /** Beats come every second; where one is as late as this, the process stood still. */
  private static final long STANDSTILL_NANOS = Duration.ofMillis(1_500).toNanos();

  /** Before the first beat, when none is due. */
  static Heartbeat none(long nowNanos) {
    return new Heartbeat(false, nowNanos, nowNanos, nowNanos);
  }

  /** One more beat. */
  Heartbeat next(boolean andMore, long nowNanos) {
    return more && nowNanos - lastNanos >= STANDSTILL_NANOS
        ? new Heartbeat(andMore, nowNanos, lastNanos, nowNanos)
        : new Heartbeat(andMore, nowNanos, stillFromNanos, stillUntilNanos);
  }

  /** How long what was read now may have waited because of a standstill since the last read. */
  long stoodStill(long lastReadNanos, long nowNanos) {
    Heartbeat now = next(more, nowNanos);
    return now.stillUntilNanos - lastReadNanos > 0 ? nowNanos - now.stillFromNanos : 0;
  }
}
