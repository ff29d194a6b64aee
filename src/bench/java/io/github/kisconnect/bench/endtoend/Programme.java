package io.github.kisconnect.bench.endtoend;

import io.github.kisconnect.bench.gauge.JvmGauge;
import io.github.kisconnect.bench.gauge.Sampling;
import io.github.kisconnect.bench.gauge.ThreadTimes;
import io.github.kisconnect.simulator.Load;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The order in which things are measured on one rig. Main thread. */
final class Programme {

  private static final Duration IDLE_LASTS = Duration.ofSeconds(12);
  private static final double SEARCH_SECONDS = 8;
  private static final double SEARCH_WARM_UP_SECONDS = 2;
  private static final double FIRST_WARM_UP_RATE = 20_000;
  private static final double FIRST_WARM_UP_SECONDS = 60;
  private static final int TOOL_RECORDS = 2_000_000;
  private static final int TYPICAL_BYTES = 290;
  private static final double STEADY_RATE = 2_000;
  private static final double MINUTE = 60;
  private static final double MEBIBYTE = 1 << 20;

  private final Rig rig;
  private final Loads loads;
  private final Map<String, String> properties;
  private final Path directory;
  private final PrintStream out;
  private final Report report = new Report();
  private Duration idle = Duration.ZERO;
  private double withoutConverter;
  private int recordBytes = TYPICAL_BYTES;

  /**
   * @param properties further ones for every connector
   * @param directory for the recording of the profiler
   */
  Programme(Rig rig, Loads loads, Map<String, String> properties, Path directory, PrintStream out) {
    this.rig = rig;
    this.loads = loads;
    this.properties = Map.copyOf(properties);
    this.directory = directory;
    this.out = out;
  }

  /**
   * Measures.
   *
   * @param sessions tasks of the typed connector
   * @param parts of idle, typed, memory, undecoded, search, producer
   */
  Report run(int sessions, List<String> parts) {
    Subject typed = Subject.typed(sessions).with(properties);
    rig.start(typed);
    warmUp(typed);
    if (parts.contains("idle")) {
      measureIdle(typed);
    }
    if (parts.contains("typed")) {
      measure(typed);
      withoutConverter = measureShares(typed, highestOfRates());
      if (parts.contains("search")) {
        measureShares(typed, measureHighest(typed));
      }
      report.note(
          "heap after collection %.1f MiB, %d threads"
              .formatted(
                  rig.worker().heapAfterCollection() / MEBIBYTE, rig.worker().threadCount()));
    }
    if (parts.contains("memory")) {
      measureMemory(typed);
    }
    rig.remove(typed);
    if (parts.contains("undecoded")) {
      Subject undecoded = Subject.undecoded().with(properties);
      rig.start(undecoded);
      warmUp(undecoded);
      Outcome last = measure(undecoded);
      report.note(
          "CPU per record at %,.0f/s without the converter, in µs: typed %.1f, undecoded %.1f"
              .formatted(highestOfRates(), withoutConverter, last.cpuMicros()));
      if (parts.contains("search")) {
        measureHighest(undecoded);
      }
      rig.remove(undecoded);
    }
    if (parts.contains("producer")) {
      measureProducer(typed);
    }
    return report;
  }

  /** Until the JIT compiler is done, which takes a good part of the processor meanwhile. */
  private void warmUp(Subject subject) {
    say("%s warms up at %,.0f/s".formatted(subject.name(), FIRST_WARM_UP_RATE));
    Outcome outcome =
        rig.measure(subject, loads.load(FIRST_WARM_UP_RATE, FIRST_WARM_UP_SECONDS), idle);
    recordBytes =
        subject.name().equals("typed") && outcome.read().records() > 0
            ? (int) (outcome.read().bytes() / outcome.read().records())
            : recordBytes;
  }

  /** The bare worker before and afterwards: a JVM takes less the longer it has been at rest. */
  private void measureIdle(Subject typed) {
    rig.remove(typed);
    final Idle before = Idle.measure(rig.worker(), typed.name(), IDLE_LASTS);
    rig.start(typed);
    final Idle quiet = Idle.measure(rig.worker(), typed.name(), IDLE_LASTS);
    rig.remove(typed);
    final Idle after = Idle.measure(rig.worker(), typed.name(), IDLE_LASTS);
    idle = after.cpuPerSecond();
    report.note(
        "idle: bare worker %.2f %% of a core, with a quiet connector %.2f %%, bare again %.2f %%; own threads of the connector %.2f %%, %.1f polls/s"
            .formatted(
                before.percent(),
                quiet.percent(),
                after.percent(),
                quiet.ownPercent(),
                quiet.pollsPerSecond()));
    rig.start(typed);
  }

  private Outcome measure(Subject subject) {
    for (double rate : loads.rates()) {
      report.add(measure(subject, rate, loads.warmUpSeconds(), loads.seconds()));
    }
    return report.last();
  }

  private double highestOfRates() {
    return loads.rates().get(loads.rates().size() - 1);
  }

  private double measureHighest(Subject subject) {
    Outcome highest =
        RateSearch.highest(rate -> measure(subject, rate, SEARCH_WARM_UP_SECONDS, SEARCH_SECONDS));
    report.add(highest);
    return highest.offered();
  }

  private Outcome measure(Subject subject, double rate, double warmUpSeconds, double seconds) {
    rig.measure(subject, loads.load(rate, warmUpSeconds), idle);
    Outcome outcome = rig.measure(subject, loads.load(rate, seconds), idle);
    say(
        "%s at %,.0f/s: %,d of %,d delivered, p50 %.2f ms, p99 %.2f ms, %.1f µs CPU"
            .formatted(
                subject.name(),
                rate,
                outcome.read().records(),
                outcome.sent(),
                outcome.read().p50() / 1e3,
                outcome.read().p99() / 1e3,
                outcome.cpuMicros()));
    return outcome;
  }

  /**
   * One round for the times, one under the profiler, which costs time itself, for the samples.
   *
   * @return microseconds per record without the converter's share
   */
  private double measureShares(Subject typed, double rate) {
    JvmGauge worker = rig.worker();
    final ThreadTimes before = worker.threadTimes();
    Outcome outcome = rig.measure(typed, loads.load(rate, loads.seconds()), idle);
    final ThreadTimes spent = worker.threadTimes().since(before);
    Map<String, Long> samples = sample(typed, rate);
    long records = outcome.read().records();
    Map<Share, Double> divided =
        Share.divide(typed.name(), outcome.cpuMicros() * 1e3 * records, spent.all(), samples);
    String shares =
        divided.entrySet().stream()
            .map(
                entry ->
                    "%s %.1f".formatted(entry.getKey().label(), entry.getValue() / 1e3 / records))
            .collect(Collectors.joining(", "));
    report.note(
        "CPU per record at %,.0f/s, in µs: %s; of receiving, %.1f in the kernel"
            .formatted(rate, shares, Share.ofOwnThreads(spent.kernel()) / 1e3 / records));
    say("CPU per record at %,.0f/s, in µs: %s %s".formatted(rate, shares, samples));
    return outcome.cpuMicros() - divided.get(Share.CONVERTER) / 1e3 / records;
  }

  private Map<String, Long> sample(Subject typed, double rate) {
    Sampling sampling = rig.worker().sample();
    rig.measure(typed, loads.load(rate, loads.seconds()), idle);
    return sampling.finish(
        directory.resolve("worker.jfr").toAbsolutePath(),
        Share.taskThread(typed.name()),
        Share::ofStack);
  }

  /** Heap after a collection, once a minute under a steady load. */
  private void measureMemory(Subject typed) {
    List<Double> heaps = new ArrayList<>();
    long sent = 0;
    long delivered = 0;
    for (int minute = 1; minute <= loads.memoryMinutes(); minute++) {
      Outcome outcome = rig.measure(typed, loads.load(STEADY_RATE, MINUTE), idle);
      sent += outcome.sent();
      delivered += outcome.read().records();
      heaps.add(rig.worker().heapAfterCollection() / MEBIBYTE);
      say(
          "minute %d: %.1f MiB, p50 %.2f ms, p99 %.2f ms, %.1f µs CPU"
              .formatted(
                  minute,
                  heaps.get(heaps.size() - 1),
                  outcome.read().p50() / 1e3,
                  outcome.read().p99() / 1e3,
                  outcome.cpuMicros()));
    }
    report.note(
        "heap after collection over %d minutes at %,.0f/s: first %.1f, last %.1f, most %.1f MiB; %,d sent, %,d delivered"
            .formatted(
                heaps.size(),
                STEADY_RATE,
                heaps.get(0),
                heaps.get(heaps.size() - 1),
                Collections.max(heaps),
                sent,
                delivered));
  }

  private void measureProducer(Subject typed) {
    double rate =
        ProducerTool.recordsPerSecond(
            rig.stack(), TOOL_RECORDS, recordBytes, typed.producerSettings());
    report.note("Kafka's producer tool: %,.0f records/s of %d bytes".formatted(rate, recordBytes));
  }

  private void say(String sentence) {
    out.println(sentence);
  }

  /**
   * What is offered.
   *
   * @param seconds of each rate, after the warm-up
   * @param memoryMinutes how long the heap is watched
   */
  record Loads(
      List<Double> rates,
      double seconds,
      double warmUpSeconds,
      int recordsPerFrame,
      int memoryMinutes) {

    Load load(double rate, double lasting) {
      return new Load(rate, lasting, recordsPerFrame);
    }
  }
}
