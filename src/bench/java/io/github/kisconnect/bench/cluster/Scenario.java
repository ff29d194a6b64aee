package io.github.kisconnect.bench.cluster;

import java.time.Duration;
import java.util.Map;

/**
 * What the workers and the simulator are set to.
 *
 * @param rate records per second, in all
 * @param tickers over all sessions
 * @param rebalanceDelay how long the group waits for a worker that is gone
 * @param occupied how long an app key stays in use after a session that was not closed
 */
record Scenario(double rate, int tickers, Duration rebalanceDelay, Duration occupied) {

  /** How long the group waits for the heartbeat of a worker. */
  static final Duration SESSION_TIMEOUT = Duration.ofSeconds(10);

  /** How often Connect stores offsets. */
  static final Duration OFFSET_FLUSH = Duration.ofSeconds(1);

  /** The most that the simulator puts into one. */
  static final int RECORDS_PER_FRAME = 4;

  /** From the order to start a task to its first registration. */
  private static final Duration TASK_START = Duration.ofSeconds(10);

  Map<String, String> workerProperties() {
    return Map.of(
        "session.timeout.ms", Long.toString(SESSION_TIMEOUT.toMillis()),
        "offset.flush.interval.ms", Long.toString(OFFSET_FLUSH.toMillis()),
        "scheduled.rebalance.max.delay.ms", Long.toString(rebalanceDelay.toMillis()));
  }

  /** Records per second of each ticker. */
  double ratePerTicker() {
    return rate / tickers;
  }

  /** Whether the tasks of a killed worker must find their app keys in use where they move to. */
  boolean outlastsTheMove() {
    Duration move = SESSION_TIMEOUT.plus(rebalanceDelay).plus(TASK_START);
    return occupied.compareTo(move) > 0;
  }
}
