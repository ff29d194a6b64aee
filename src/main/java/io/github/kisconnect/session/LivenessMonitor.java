package io.github.kisconnect.session;

import java.time.Duration;

/**
 * Tells silence of one connection from its death: after some silence one Ping is due, and only when
 * that too stays unanswered is the connection dead. Any inbound frame counts. Session thread.
 */
final class LivenessMonitor {

  private static final long ANSWER_NANOS = Duration.ofSeconds(5).toNanos();

  private final long probeNanos;
  private final long timeoutNanos;
  private boolean probing;
  private long probedAtNanos;

  LivenessMonitor(Duration probe, Duration timeout) {
    this.probeNanos = probe.toNanos();
    this.timeoutNanos = timeout.toNanos();
  }

  /**
   * Judges the connection. A probe gets its full time for an answer, even where this process itself
   * stood still before it.
   */
  Health check(long nowNanos, long lastInboundNanos) {
    long silence = nowNanos - lastInboundNanos;
    if (silence < probeNanos) {
      probing = false;
      return Health.ALIVE;
    }
    if (!probing || lastInboundNanos - probedAtNanos > 0) {
      probing = true;
      probedAtNanos = nowNanos;
      return Health.PROBE_DUE;
    }
    long waited = nowNanos - probedAtNanos;
    if (silence >= timeoutNanos && waited >= timeoutNanos - probeNanos) {
      return Health.DEAD;
    }
    return waited < ANSWER_NANOS ? Health.ALIVE : Health.UNANSWERED;
  }

  /** What silence says. */
  enum Health {
    ALIVE,
    /** Send one Ping now. */
    PROBE_DUE,
    /** A Ping has been out for longer than an answer takes. */
    UNANSWERED,
    DEAD
  }
}
