package io.github.kisconnect.bench.endtoend;

import io.github.kisconnect.bench.gauge.JvmGauge;
import java.time.Duration;

/**
 * A worker with nothing to do.
 *
 * @param cpuPerSecond processor time
 * @param pollsPerSecond how often the task thread waits for records
 */
public record Idle(Duration cpuPerSecond, double pollsPerSecond) {

  /** Looks on for a while. */
  public static Idle measure(JvmGauge worker, String taskThread, Duration lasting) {
    Duration cpu = worker.processCpu();
    long waits = worker.waits(taskThread);
    Pause.of(lasting);
    double seconds = lasting.toNanos() / 1e9;
    return new Idle(
        Duration.ofNanos((long) (worker.processCpu().minus(cpu).toNanos() / seconds)),
        (worker.waits(taskThread) - waits) / seconds);
  }

  /** Percent of one core. */
  public double percent() {
    return cpuPerSecond.toNanos() / 1e7;
  }
}
