package io.github.kisconnect.bench.endtoend;

import io.github.kisconnect.bench.gauge.JvmGauge;
import io.github.kisconnect.bench.gauge.Sampling;
import io.github.kisconnect.bench.gauge.ThreadTimes;
import io.github.kisconnect.simulator.Load;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * Finds out who takes the worker's processor time, in two rounds of the same load: one for the
 * times, one under the profiler, which costs time itself, for the samples. Main thread.
 */
final class CostMeter {

  private final Rig rig;
  private final Path recording;

  /**
   * @param recording file for what the profiler saw last
   */
  CostMeter(Rig rig, Path recording) {
    this.rig = rig;
    this.recording = recording.toAbsolutePath();
  }

  /**
   * Offers a load.
   *
   * @param idle processor time that the worker takes in a second without a connector
   */
  Spending measure(Subject subject, Load load, Duration idle) {
    JvmGauge worker = rig.worker();
    final ThreadTimes before = worker.threadTimes();
    final Outcome outcome = rig.measure(subject, load, idle);
    return new Spending(load, outcome, worker.threadTimes().since(before));
  }

  /** Offers the same load again, under the profiler, and divides the cost of a record. */
  Cost divide(Subject subject, Spending spending, Duration idle) {
    Map<String, Long> samples = sample(subject, spending.load(), idle);
    ThreadTimes spent = spending.threads();
    double records = Math.max(1, spending.outcome().read().records());
    double nanosSpent = spending.outcome().cpuMicros() * 1e3 * records;
    Map<Share, Double> micros = new EnumMap<>(Share.class);
    Share.divide(subject.name(), nanosSpent, spent.all(), samples)
        .forEach((share, nanos) -> micros.put(share, nanos / 1e3 / records));
    return new Cost(
        spending.load().recordsPerSecond(),
        micros,
        Share.ofOwnThreads(spent.kernel()) / 1e3 / records,
        samples.values().stream().mapToLong(Long::longValue).sum());
  }

  private Map<String, Long> sample(Subject subject, Load load, Duration idle) {
    Sampling sampling = rig.worker().sample();
    rig.measure(subject, load, idle);
    return sampling.finish(recording, Share.taskThread(subject.name()), Share::ofStack);
  }

  /**
   * What became of a load, and what each thread of the worker took for it.
   *
   * @param threads processor time by thread
   */
  record Spending(Load load, Outcome outcome, ThreadTimes threads) {}
}
