package io.github.kisconnect.bench.endtoend;

import io.github.kisconnect.bench.gauge.JvmGauge;
import io.github.kisconnect.bench.gauge.ThreadTimes;
import java.time.Duration;

/**
 * A worker with nothing to do.
 *
 * @param cpuPerSecond processor time
 * @param ownPerSecond of it, that of the connector's own threads and its task threads
 * @param pollsPerSecond how often the task threads wait for records
 */
public record Idle(Duration cpuPerSecond, Duration ownPerSecond, double pollsPerSecond) {

  private static final Duration GLANCE = Duration.ofSeconds(2);
  private static final Duration STILL = Duration.ofMillis(10);
  private static final int STILL_GLANCES = 5;
  private static final int MOST_GLANCES = 30;

  /** Waits until the JVM has compiled nothing for ten seconds, a minute at most, then measures. */
  public static Idle measure(JvmGauge worker, String connector, Duration lasting) {
    settle(worker);
    String taskThread = Share.taskThread(connector);
    final Duration cpu = worker.processCpu();
    final ThreadTimes before = worker.threadTimes();
    final long waits = worker.waits(taskThread);
    Pause.of(lasting);
    double seconds = lasting.toNanos() / 1e9;
    return new Idle(
        perSecond((double) worker.processCpu().minus(cpu).toNanos(), seconds),
        perSecond(
            Share.ofConnectorThreads(connector, worker.threadTimes().since(before).all()), seconds),
        (worker.waits(taskThread) - waits) / seconds);
  }

  private static void settle(JvmGauge worker) {
    Duration before = worker.compilation();
    int still = 0;
    for (int i = 0; i < MOST_GLANCES && still < STILL_GLANCES; i++) {
      Pause.of(GLANCE);
      Duration now = worker.compilation();
      still = now.minus(before).compareTo(STILL) > 0 ? 0 : still + 1;
      before = now;
    }
  }

  /** Percent of one core. */
  public double percent() {
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
