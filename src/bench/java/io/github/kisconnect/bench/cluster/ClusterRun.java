package io.github.kisconnect.bench.cluster;

import io.github.kisconnect.bench.figure.Figures;
import io.github.kisconnect.bench.journal.Coverage;
import io.github.kisconnect.bench.journal.FeedHistory;
import io.github.kisconnect.quickstart.stack.LocalStack;
import io.github.kisconnect.quickstart.stack.LocalWorker;
import io.github.kisconnect.simulator.Rate;
import io.github.kisconnect.simulator.SimulatedSession;
import io.github.kisconnect.simulator.SimulatorEvent;
import io.github.kisconnect.soak.Account;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** The order in which things happen to the workers. Main thread. */
final class ClusterRun {

  private static final String OCCUPIED = "OPSP8996";
  private static final Duration PATIENCE = Duration.ofMinutes(8);
  private static final Duration CALM = Duration.ofSeconds(10);

  private final LocalStack stack;
  private final Connector connector;
  private final Ledger ledger;
  private final Scenario scenario;
  private final InstantSource clock;
  private final PrintStream out;
  private final Figures figures = new Figures();

  ClusterRun(
      LocalStack stack,
      Connector connector,
      Ledger ledger,
      Scenario scenario,
      InstantSource clock,
      PrintStream out) {
    this.stack = stack;
    this.connector = connector;
    this.ledger = ledger;
    this.scenario = scenario;
    this.clock = clock;
    this.out = out;
  }

  Figures run() {
    connector.configure();
    awaitWhole();
    connector.simulator().sendRecords(connector.tickers().get(0), 1);
    Account start = ledger.settle();
    awaitOffsets();
    ledger.takeHoles();
    Account killed = phase("kill -9", start, this::kill);
    Account back = phase("its return", killed, this::bringBack);
    Account end = phase("rolling restart", back, this::restartAll);
    figures.none("records that nobody sent", end.neverSent().size());
    return figures;
  }

  private Account phase(String name, Account before, Runnable event) {
    Instant begin = clock.instant();
    connector.simulator().rate(Rate.total(scenario.rate()));
    ledger.readFor(CALM);
    event.run();
    ledger.readFor(CALM);
    Account after = ledger.settle();
    FeedHistory history = historySince(begin);
    new Phase(name, before, after, history).report(figures);
    new ReportedHoles(
            name,
            new Coverage(ledger.takeHoles(), history.absences()),
            ledger.sent(),
            after.falselyReported() - before.falselyReported())
        .report(figures, scenario.ratePerTicker());
    if (!after.balances()) {
      say("The account does not balance:\n" + after);
    }
    return after;
  }

  private void kill() {
    LocalWorker worker = stack.workers().get(1);
    final List<SimulatedSession> sessions = connector.simulator().sessions();
    final long its = connector.tasksOn(worker);
    say("A worker is killed.");
    final Instant begin = clock.instant();
    worker.kill();
    ledger.readUntil("the tasks elsewhere", () -> connector.runsWithout(worker), PATIENCE);
    figures.add("kill -9: all tasks RUNNING elsewhere after", since(begin));
    awaitWhole();
    figures.add("kill -9: all tickers subscribed again after", since(begin));
    final long ended = sessions.stream().filter(session -> !session.isOpen()).count();
    figures.count("kill -9: sessions lost", ended);
    figures.none("kill -9: sessions of the other workers that ended", ended - its);
    reportOccupied(refusedAsOccupied(begin));
  }

  private void reportOccupied(long times) {
    String name = "kill -9: times that an app key was still in use";
    if (scenario.outlastsTheMove()) {
      figures.atLeast(1, name, times);
    } else {
      figures.count(name + " (tasks may come too late)", times);
    }
  }

  private void bringBack() {
    say("The killed worker comes back.");
    stack.workers().get(1).start();
    awaitBalanced();
  }

  private void restartAll() {
    for (LocalWorker worker : stack.workers()) {
      say(worker.name() + " is restarted.");
      final Instant begin = clock.instant();
      worker.stop();
      figures.add("rolling restart: " + worker.name() + " ended after", since(begin));
      worker.start();
      figures.add("rolling restart: " + worker.name() + " was back after", since(begin));
      awaitBalanced();
    }
  }

  /** Of a ticker that never had one it is not known from when on it has a hole. */
  private void awaitOffsets() {
    connector.simulator().rate(Rate.total(scenario.rate()));
    ledger.readUntil("an offset of every ticker", connector::hasOffsets, PATIENCE);
  }

  private void awaitBalanced() {
    ledger.readUntil("the tasks spread evenly", connector::isBalanced, PATIENCE);
    awaitWhole();
  }

  private void awaitWhole() {
    ledger.readUntil("all tickers subscribed", connector::isWhole, PATIENCE);
  }

  private long refusedAsOccupied(Instant begin) {
    return history().since(begin).refusals(OCCUPIED);
  }

  /** With the registrations before, so that it is known what each session had. */
  private FeedHistory historySince(Instant begin) {
    List<SimulatorEvent> events = history().events();
    return new FeedHistory(
        events.stream()
            .filter(
                each -> each.kind() == SimulatorEvent.Kind.REGISTERED || !each.at().isBefore(begin))
            .toList());
  }

  private FeedHistory history() {
    return new FeedHistory(connector.simulator().journal().events());
  }

  private Duration since(Instant begin) {
    return Duration.between(begin, clock.instant());
  }

  private void say(String sentence) {
    out.println(sentence);
  }
}
