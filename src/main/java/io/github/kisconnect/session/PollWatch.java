package io.github.kisconnect.session;

import java.time.Duration;

/**
 * Knows whether Connect still asks for records: nobody tells a task that it is paused, or that its
 * producer is stuck; polls just stay away. Written by the polling thread, read by the session
 * thread.
 */
final class PollWatch {

  private final TimeSource time;
  private final boolean patient;
  private final long patienceNanos;
  private volatile long polledAtNanos;

  /**
   * Begins to wait for the first poll.
   *
   * @param patience time without a poll that is too long; zero for no such time
   */
  PollWatch(Duration patience, TimeSource time) {
    this.time = time;
    this.patient = patience.isZero();
    this.patienceNanos = patience.toNanos();
    this.polledAtNanos = time.nanoTime();
  }

  /** Connect asks for records. */
  void polled() {
    polledAtNanos = time.nanoTime();
  }

  /** Whether Connect has not asked for too long. */
  boolean isOverdue() {
    return !patient && time.nanoTime() - polledAtNanos >= patienceNanos;
  }
}
