package io.github.kisconnect.bench.endtoend;

import io.github.kisconnect.bench.gauge.JvmGauge;
import java.time.Duration;

/**
 * A worker with nothing to do.
 *
 * @param cpuPerSecond processor time
 * @param ownPerSecond of it, that of the connector's own threads and its task threads
 * @param pollsPerSecond how often the task threads wait for records
 */
record Idle(Duration cpuPerSecond, Duration ownPerSecond, double pollsPerSecond) {

  static Idle measure(JvmGauge worker, String connector, Duration lasting) {
    String taskThread = Share.taskThread(connector);
    final Duration cpu = worker.processCpu();
    final double own = Share.ofConnectorThreads(connector, worker.threadCpu());
    final long waits = worker.waits(taskThread);
    Pause.of(lasting);
    double seconds = lasting.toNanos() / 1e9;
    return new Idle(
        perSecond((double) worker.processCpu().minus(cpu).toNanos(), seconds),
        perSecond(Share.ofConnectorThreads(connector, worker.threadCpu()) - own, seconds),
        (worker.waits(taskThread) - waits) / seconds);
  }

  /** Percent of one core. */
  double percent() {
    return cpuPerSecond.toNanos() / 1e7;
  }

  /** Percent of one core that the connector's threads take. */
  double ownPercent() {
    return ownPerSecond.toNanos() / 1e7;
  }

  private static Duration perSecond(double nanos, double seconds) {
    return Duration.ofNanos((long) (nanos / seconds));
  }
}
