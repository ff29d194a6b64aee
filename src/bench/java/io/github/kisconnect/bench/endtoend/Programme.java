package io.github.kisconnect.bench.endtoend;

import io.github.kisconnect.bench.figure.Figures;
import io.github.kisconnect.simulator.Load;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The order in which things are measured on one rig, and what is wanted of them. Main thread. */
final class Programme {

  private static final Duration IDLE_LASTS = Duration.ofSeconds(30);
  private static final double SEARCH_SECONDS = 8;
  private static final double SEARCH_WARM_UP_SECONDS = 2;
  private static final double FIRST_WARM_UP_RATE = 20_000;
  private static final double FIRST_WARM_UP_SECONDS = 60;
  private static final int TYPICAL_BYTES = 290;
  private static final double STEADY_RATE = 2_000;
  private static final double MINUTE = 60;
  private static final double MEBIBYTE = 1 << 20;

  private final Rig rig;
  private final Loads loads;
  private final Map<String, String> properties;
  private final CostMeter meter;
  private final Report report;
  private final Figures figures;
  private final PrintStream out;
  private final Map<Double, Cost> costs = new HashMap<>();
  private Duration idle = Duration.ZERO;
  private double highestTyped;
  private double ceiling;
  private int recordBytes = TYPICAL_BYTES;

  /**
   * @param properties further ones for every connector
   * @param report gets what is found, as it is found
   */
  Programme(
      Rig rig,
      Loads loads,
      Map<String, String> properties,
      CostMeter meter,
      Report report,
      PrintStream out) {
    this.rig = rig;
    this.loads = loads;
    this.properties = Map.copyOf(properties);
    this.meter = meter;
    this.report = report;
    this.figures = report.figures();
    this.out = out;
  }

  /**
   * Measures.
   *
   * @param sessions tasks of the typed connector
   * @param parts of idle, typed, memory, undecoded, search, ceiling, producer
   */
  void run(int sessions, List<String> parts) throws Exception {
    Subject typed = Subject.typed(sessions).with(properties);
    rig.start(typed);
    warmUp(typed);
    if (parts.contains("idle")) {
      measureIdle(typed);
      warmUp(typed);
    }
    if (parts.contains("typed")) {
      measureTyped(typed, parts.contains("search"));
    }
    if (parts.contains("memory")) {
      measureMemory(typed);
    }
    rig.remove(typed);
    if (parts.contains("undecoded")) {
      measureUndecoded(parts.contains("search"));
    }
    if (parts.contains("ceiling")) {
      measureCeiling(sessions);
    }
    if (parts.contains("producer")) {
      measureProducer(typed);
    }
  }

  /** Until the JIT compiler is done, which takes a good part of the processor meanwhile. */
  private void warmUp(Subject subject) {
    say("%s warms up at %,.0f/s".formatted(subject.name(), FIRST_WARM_UP_RATE));
    Outcome outcome =
        rig.measure(subject, loads.load(FIRST_WARM_UP_RATE, FIRST_WARM_UP_SECONDS), idle);
    recordBytes =
        subject.name().equals(Subject.TYPED) && outcome.read().records() > 0
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
    double bare = (before.percent() + after.percent()) / 2;
    figures.add("idle: the bare worker takes", before.percent(), "% of a core");
    figures.add("idle: with a quiet connector", quiet.percent(), "% of a core");
    figures.add("idle: bare again", after.percent(), "% of a core");
    figures.atMost(1, "idle: added by the connector", quiet.percent() - bare, "% of a core");
    figures.atMost(1, "idle: threads of the connector", quiet.ownPercent(), "% of a core");
    figures.atMost(10, "idle: polls", quiet.pollsPerSecond(), "/s");
    rig.start(typed);
  }

  private void measureTyped(Subject typed, boolean searches) {
    List<CostMeter.Spending> spendings = new ArrayList<>();
    for (double rate : loads.rates()) {
      CostMeter.Spending spending =
          measure(typed, rate, loads.warmUpSeconds(), loads.seconds(rate));
      Outcome outcome = spending.outcome();
      report.add(outcome);
      if (rate <= STEADY_RATE) {
        figures.atMost(3, "latency p50 at " + perSecond(rate), outcome.read().p50() / 1e3, "ms");
        figures.atMost(10, "latency p99 at " + perSecond(rate), outcome.read().p99() / 1e3, "ms");
      }
      spendings.add(spending);
    }
    if (searches) {
      highestTyped = measureHighest(typed);
      spendings.add(
          meter.measure(typed, loads.load(highestTyped, loads.seconds(highestTyped)), idle));
    }
    figures.add("heap after collection", rig.worker().heapAfterCollection() / MEBIBYTE, "MiB");
    figures.count("threads", rig.worker().threadCount());
    divide(typed, spendings);
  }

  /** After all else, so that the profiler disturbs nothing that is measured. */
  private void divide(Subject typed, List<CostMeter.Spending> spendings) {
    for (CostMeter.Spending spending : spendings) {
      Cost cost = meter.divide(typed, spending, idle);
      report.add(cost);
      costs.put(cost.rate(), cost);
    }
    if (highestTyped > 0) {
      figures.atMost(
          2.5,
          "CPU of the connector's own at the highest rate",
          costs.get(highestTyped).own(),
          "µs");
    }
  }

  private void measureUndecoded(boolean searches) {
    Subject undecoded = Subject.undecoded().with(properties);
    rig.start(undecoded);
    warmUp(undecoded);
    for (double rate : loads.rates()) {
      Outcome outcome =
          measure(undecoded, rate, loads.warmUpSeconds(), loads.seconds(rate)).outcome();
      report.add(outcome);
      if (costs.containsKey(rate)) {
        figures.atMost(
            outcome.cpuMicros(),
            "CPU without the converter at %s, undecoded as limit".formatted(perSecond(rate)),
            costs.get(rate).withoutConverter(),
            "µs");
      }
    }
    if (searches) {
      var unused = measureHighest(undecoded);
    }
    rig.remove(undecoded);
  }

  private double measureHighest(Subject subject) {
    Outcome highest =
        RateSearch.highest(
            rate -> measure(subject, rate, SEARCH_WARM_UP_SECONDS, SEARCH_SECONDS).outcome());
    report.add(highest);
    return highest.offered();
  }

  private CostMeter.Spending measure(
      Subject subject, double rate, double warmUpSeconds, double seconds) {
    rig.measure(subject, loads.load(rate, warmUpSeconds), idle);
    CostMeter.Spending spending = meter.measure(subject, loads.load(rate, seconds), idle);
    Outcome outcome = spending.outcome();
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
    return spending;
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
    figures.count("memory: minutes at " + perSecond(STEADY_RATE), heaps.size());
    figures.add("memory: heap after the first minute", heaps.get(0), "MiB");
    figures.add("memory: after the last", heaps.get(heaps.size() - 1), "MiB");
    figures.add("memory: the most", Collections.max(heaps), "MiB");
    figures.count("memory: sent", sent);
    figures.none("memory: sent but not delivered", sent - delivered);
  }

  private void measureCeiling(int tasks) throws Exception {
    Subject readyMade = Subject.readyMade(tasks).with(properties);
    say("%s goes as fast as it can".formatted(readyMade.name()));
    ceiling = Ceiling.measure(rig, tasks, readyMade);
    figures.add("records made in advance", ceiling, "/s");
    if (highestTyped > 0) {
      figures.add("highest rate, part of it", highestTyped / ceiling, "");
    }
  }

  private void measureProducer(Subject typed) {
    ProducerTool.Rate tool = ProducerTool.run(rig.stack(), recordBytes, typed.producerSettings());
    figures.count("Kafka's producer tool: bytes of a record", recordBytes);
    figures.add("Kafka's producer tool: records", tool.whole(), "/s");
    figures.add("Kafka's producer tool: once it is warm", tool.warm(), "/s");
    if (highestTyped > 0) {
      figures.atLeast(0.3, "highest rate, part of the tool's", highestTyped / tool.whole(), "");
      figures.add("highest rate, part of the warm tool's", highestTyped / tool.warm(), "");
    }
    if (ceiling > 0) {
      figures.add("records made in advance, part of the tool's", ceiling / tool.whole(), "");
    }
  }

  private static String perSecond(double rate) {
    return String.format(Locale.ROOT, "%,.0f/s", rate);
  }

  private void say(String sentence) {
    out.println(sentence);
  }

  /**
   * What is offered.
   *
   * @param leastSeconds of each rate, after the warm-up
   * @param memoryMinutes how long the heap is watched
   */
  record Loads(
      List<Double> rates,
      double leastSeconds,
      double warmUpSeconds,
      int recordsPerFrame,
      int memoryMinutes) {

    /**
     * With fewer records a compiler that wakes up, or a handful of samples, decides the outcome.
     */
    private static final double FEWEST_RECORDS = 6_000;

    /** How long a rate is offered. */
    double seconds(double rate) {
      return Math.max(leastSeconds, FEWEST_RECORDS / rate);
    }

    Load load(double rate, double lasting) {
      return new Load(rate, lasting, recordsPerFrame);
    }
  }
}
