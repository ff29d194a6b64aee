package io.github.kisconnect.session;

import java.time.Duration;

/**
 * Limits how often we connect, whatever the reason: a burst, then one connection per interval
 * (generic cell rate algorithm). KIS blocks clients that connect in a loop. Session thread.
 */
final class ConnectionQuota {

  private final long intervalNanos;
  private final long toleranceNanos;
  private long allottedUntilNanos;

  ConnectionQuota(int burst, Duration interval) {
    this.intervalNanos = interval.toNanos();
    this.toleranceNanos = intervalNanos * (burst - 1);
  }

  /** How long the next connection has to wait; zero where it need not. */
  Duration untilAllowed(long nowNanos) {
    return Duration.ofNanos(Math.max(0, allottedUntilNanos - toleranceNanos - nowNanos));
  }

  void connecting(long nowNanos) {
    allottedUntilNanos = Math.max(allottedUntilNanos, nowNanos) + intervalNanos;
  }
}
