package io.github.kisconnect.bench.market;

import io.github.kisconnect.bench.endtoend.Idle;
import io.github.kisconnect.bench.endtoend.Outcome;
import io.github.kisconnect.bench.endtoend.Pause;
import io.github.kisconnect.bench.endtoend.Rig;
import io.github.kisconnect.bench.figure.Figures;
import io.github.kisconnect.quickstart.stack.LocalWorker;
import io.github.kisconnect.simulator.Load;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The order in which things are measured. Main thread. */
final class MarketRun {

  private static final double MEBIBYTE = 1 << 20;

  /** Longer than the connector's threads live without work. */
  private static final Duration SETTLE = Duration.ofSeconds(12);

  private static final Duration IDLE_LASTS = Duration.ofSeconds(15);

  private final Rig rig;
  private final Market market;
  private final Load warmUp;
  private final Load load;
  private final InstantSource clock;
  private final PrintStream out;
  private final Figures figures = new Figures();
  private Duration idle = Duration.ZERO;

  MarketRun(Rig rig, Market market, Load warmUp, Load load, InstantSource clock, PrintStream out) {
    this.rig = rig;
    this.market = market;
    this.warmUp = warmUp;
    this.load = load;
    this.clock = clock;
    this.out = out;
  }

  /** Measures everything; takes about seven minutes more than the load. */
  Figures run() {
    startAndCountCosts();
    carryLoad();
    failOneTask();
    stopByRest();
    terminateWorker();
    deleteConnector();
    figures.none("tasks that Connect gave up waiting for", market.cancelled());
    return figures;
  }

  private void startAndCountCosts() {
    say("One task, to have something to compare with.");
    market.configure(1, market.tickersPerTask());
    market.awaitRegistered(market.tickersPerTask());
    market.sendFirstRecord();
    final ThreadCensus one = census();
    market.rest().delete(market.connector());
    market.awaitRegistered(0);
    Pause.of(SETTLE);
    final long bareHeap = rig.worker().heapAfterCollection();
    final ThreadCensus bare = census();
    final Idle nothing = Idle.measure(rig.worker(), market.connector(), IDLE_LASTS);

    say("All tasks start.");
    start();
    market.sendFirstRecord();
    Pause.of(SETTLE);
    final long heap = rig.worker().heapAfterCollection();
    final Idle quiet = Idle.measure(rig.worker(), market.connector(), IDLE_LASTS);
    idle = quiet.cpuPerSecond();
    figures.add("heap without a connector", bareHeap / MEBIBYTE, "MiB");
    figures.add("heap with all sessions idle", heap / MEBIBYTE, "MiB");
    figures.atMost(
        2, "heap per idle session", (heap - bareHeap) / MEBIBYTE / market.sessions(), "MiB");
    figures.add("CPU without a connector", nothing.percent(), "% of a core");
    figures.add("CPU with all sessions idle", quiet.percent(), "% of a core");
    ThreadCensus.report(figures, bare, one, census(), market.sessions());
  }

  /** The single task before has left the worker an approval key. */
  private void start() {
    final Instant begin = clock.instant();
    market.configure(market.sessions(), market.tickers());
    market.rest().awaitRunning(market.connector(), market.sessions());
    figures.add("start: all tasks RUNNING after", Duration.between(begin, clock.instant()));
    market.awaitAllRegistered();
    Start start = Start.of("start", begin, market.history());
    Duration least = leastTime(Math.min(start.approvals(), market.sessions()));
    start.report(figures, least);
    figures.add("start: least that KIS's limits allow", least);
    figures.atLeast(market.sessions() - 1L, "start: approval keys issued", start.approvals());
    start.reportPace(figures);
  }

  private Duration leastTime(long approvals) {
    return Start.leastTime(approvals, market.tickersPerTask());
  }

  private void carryLoad() {
    say("Load, after a warm-up.");
    market.offer(warmUp, idle);
    Outcome outcome = market.offer(load, Duration.ZERO);
    say(
        "%,d of %,d delivered, p50 %.1f ms, p99 %.1f ms, %.0f µs CPU per record"
            .formatted(
                outcome.read().records(),
                outcome.sent(),
                outcome.read().p50() / 1e3,
                outcome.read().p99() / 1e3,
                outcome.cpuMicros()));
    figures.add("load: offered", outcome.offered(), "records/s");
    figures.add("load: lasting", outcome.took() / 60, "min");
    figures.count("load: sent", outcome.sent());
    figures.none("load: not sent, since a socket was full", outcome.withheld());
    figures.count("load: delivered", outcome.read().records());
    figures.none("load: delivered twice", outcome.read().duplicates());
    figures.count("load: lost and reported", outcome.reportedLost());
    figures.none("load: lost and not reported", outcome.unreportedLost());
    figures.add("load: latency p50", outcome.read().p50() / 1e3, "ms");
    figures.atMost(100, "load: latency p99", outcome.read().p99() / 1e3, "ms");
    figures.add("load: latency p99.9", outcome.read().p999() / 1e3, "ms");
    figures.add("load: latency max", outcome.read().max() / 1e3, "ms");
    figures.add(
        "load: CPU of the worker",
        outcome.cpuMicros() * outcome.read().records() / outcome.seconds() / 1e4,
        "% of a core");
    figures.add("load: CPU of the worker per record", outcome.cpuMicros(), "µs");
    figures.add(
        "load: heap of the worker afterwards",
        rig.worker().heapAfterCollection() / MEBIBYTE,
        "MiB");
  }

  private void failOneTask() {
    say("KIS refuses the app key of one task, under load.");
    new FailingTask(rig, market, clock)
        .measure(figures, load.recordsPerSecond(), load.recordsPerFrame(), idle);
  }

  private void stopByRest() {
    say("The connector is stopped by REST, and resumed.");
    final Instant begin = clock.instant();
    market.rest().stop(market.connector());
    market.awaitRegistered(0);
    report("PUT stop", begin);
    market.rest().awaitState(market.connector(), "STOPPED", 0);
    final Instant resumed = clock.instant();
    market.rest().resume(market.connector());
    market.awaitAllRegistered();
    Start start = Start.of("resume", resumed, market.history());
    start.report(figures, leastTime(0));
    figures.none("resume: approval keys issued", start.approvals());
  }

  private void terminateWorker() {
    say("The worker is terminated with all tasks running, and started again.");
    rig.worker().close();
    final LocalWorker worker = rig.stack().worker();
    final Instant begin = clock.instant();
    worker.stop();
    figures.add("SIGTERM: the worker ended after", Duration.between(begin, clock.instant()));
    report("SIGTERM", begin);
    final Instant restarted = clock.instant();
    worker.start();
    final Duration untilItAnswers = Duration.between(restarted, clock.instant());
    market.awaitAllRegistered();
    figures.add("worker started again: it answers after", untilItAnswers);
    Start.of("worker started again", restarted, market.history())
        .report(figures, leastTime(market.sessions()).plus(untilItAnswers));
  }

  private void deleteConnector() {
    say("The connector is deleted.");
    final Instant begin = clock.instant();
    market.rest().delete(market.connector());
    market.awaitRegistered(0);
    report("DELETE", begin);
  }

  private void report(String order, Instant begin) {
    Stop.of(order, begin, market.history()).report(figures, market.sessions());
  }

  private ThreadCensus census() {
    return ThreadCensus.of(rig.worker().threadNames());
  }

  private void say(String sentence) {
    out.println(sentence);
  }
}
