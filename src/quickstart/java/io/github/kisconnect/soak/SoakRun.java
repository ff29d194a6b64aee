package io.github.kisconnect.soak;

import io.github.kisconnect.quickstart.stack.ConnectorStatus;
import io.github.kisconnect.quickstart.stack.LocalStack;
import io.github.kisconnect.simulator.Corruption;
import io.github.kisconnect.simulator.Fault;
import io.github.kisconnect.simulator.KisSimulator;
import io.github.kisconnect.simulator.KisSimulatorBuilder;
import io.github.kisconnect.simulator.Rate;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One connector with several tasks on a stack, in trouble. Main thread. */
final class SoakRun implements AutoCloseable {

  static final String NAME = "soak";

  private static final int SESSIONS = 4;
  private static final List<String> TICKERS =
      IntStream.range(0, 12).mapToObj(i -> "%06d".formatted(100 + i)).toList();
  private static final List<String> APP_KEYS =
      IntStream.range(0, SESSIONS).mapToObj(i -> "PS-soak-" + i).toList();

  private static final Duration PROGRESS = Duration.ofSeconds(30);
  private static final int LONGEST_CALM_SECONDS = 12;

  /** An app key in use is waited for up to five minutes at a time. */
  private static final Duration RECOVERY = Duration.ofMinutes(12);

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final LocalStack stack;
  private final double rate;
  private final InstantSource clock;
  private final PrintStream out;
  private final Instant begin;
  private final KisSimulator simulator;
  private final Balance balance = new Balance();
  private final ConnectorTopics topics;
  private Instant lastProgress;
  private int faults;
  private int failures;

  SoakRun(LocalStack stack, double rate, InstantSource clock, PrintStream out) {
    this.stack = stack;
    this.rate = rate;
    this.clock = clock;
    this.out = out;
    this.begin = clock.instant();
    this.lastProgress = begin;
    KisSimulatorBuilder builder =
        KisSimulator.builder().limitApprovals(true).occupiedAfterUncleanClose(Duration.ZERO);
    APP_KEYS.forEach(appKey -> builder.appKey(appKey, secret(appKey)));
    this.simulator = builder.start();
    this.topics =
        new ConnectorTopics(stack, NAME + ".trades", NAME + ".gaps", NAME + ".malformed", balance);
  }

  /** Returns when data flows and each of the three topics has had a record. */
  void start() {
    stack.rest().put(NAME, config());
    stack.rest().awaitRunning(NAME, SESSIONS);
    simulator.awaitSubscribed(TICKERS, PATIENCE);
    simulator.sendRecords(TICKERS.get(0), 1);
    readUntil(() -> balance.account().delivered() == 1, PATIENCE);
    simulator.inject(new Fault.Corrupt(Corruption.NUL_BYTE));
    simulator.sendRecords(TICKERS.get(0), 1);
    readUntil(() -> balance.account().quarantined() == 1, PATIENCE);
    simulator.rate(Rate.total(rate));
    readFor(Duration.ofSeconds(10));
  }

  /** Lets faults strike for so long, a few seconds apart. */
  void trouble(Duration lasting, RandomGenerator random) {
    Instant end = clock.instant().plus(lasting);
    Trouble trouble = new Trouble(stack, simulator, random, this::readFor);
    while (clock.instant().isBefore(end)) {
      faults++;
      say(trouble.strike());
      readFor(Duration.ofSeconds(1 + random.nextInt(LONGEST_CALM_SECONDS)));
      restartFailedTasks();
    }
  }

  /** Ends the trouble, waits until all tickers are back, then ends the load. */
  Account recover() {
    simulator.clearFaults();
    say("No more faults; waiting for the sessions.");
    readUntil(this::isWhole, RECOVERY);
    readFor(Duration.ofSeconds(5));
    simulator.rate(Rate.none());
    readUntil(() -> balance.account().balances(), PATIENCE);
    topics.drain();
    return balance.account();
  }

  /** How many tasks failed. */
  int failures() {
    return failures;
  }

  @Override
  public void close() {
    topics.close();
    simulator.close();
  }

  private void readFor(Duration time) {
    readUntil(() -> false, time);
  }

  private void readUntil(BooleanSupplier enough, Duration limit) {
    Instant end = clock.instant().plus(limit);
    boolean over = false;
    while (!over && clock.instant().isBefore(end)) {
      boolean any = topics.read();
      balance.sent(NAME, simulator.ledger().take());
      if (Duration.between(lastProgress, clock.instant()).compareTo(PROGRESS) >= 0) {
        lastProgress = clock.instant();
        say(progress(balance.account()));
      }
      over = !any && enough.getAsBoolean();
    }
  }

  private boolean isWhole() {
    return simulator.sessions().stream()
        .flatMap(session -> session.tickers().stream())
        .collect(Collectors.toSet())
        .containsAll(TICKERS);
  }

  private void restartFailedTasks() {
    ConnectorStatus status = stack.rest().status(NAME);
    for (ConnectorStatus.Instance task : status.tasks()) {
      if (task.state().equals("FAILED")) {
        failures++;
        say("Task %d has failed: %s".formatted(task.id(), firstLine(task.trace())));
        stack.rest().restartTask(NAME, task.id());
      }
    }
  }

  private String progress(Account account) {
    return "faults=%d sent=%d delivered=%d quarantined=%d reported_lost=%d open=%d sessions=%d"
        .formatted(
            faults,
            account.sent(),
            account.delivered(),
            account.quarantined(),
            account.reportedLost(),
            account.unreported().size(),
            simulator.sessions().size());
  }

  private void say(String sentence) {
    out.printf("[%4d s] %s%n", Duration.between(begin, clock.instant()).toSeconds(), sentence);
  }

  /** Notices dead sessions sooner than a real server would need, so that more faults fit. */
  private Map<String, String> config() {
    return Map.ofEntries(
        Map.entry("connector.class", "io.github.kisconnect.KisExpectedTradeSourceConnector"),
        Map.entry("tasks.max", Integer.toString(SESSIONS)),
        Map.entry("topic", NAME + ".trades"),
        Map.entry("gap.topic", NAME + ".gaps"),
        Map.entry("malformed.topic", NAME + ".malformed"),
        Map.entry("kis.rest.url", simulator.restUri().toString()),
        Map.entry("kis.ws.url", simulator.webSocketUri().toString()),
        Map.entry("kis.tickers", String.join(",", TICKERS)),
        Map.entry("kis.app.keys", String.join(",", APP_KEYS)),
        Map.entry(
            "kis.app.secrets",
            APP_KEYS.stream().map(SoakRun::secret).collect(Collectors.joining(","))),
        Map.entry("reconnect.backoff.max.ms", "10000"),
        Map.entry("connect.timeout.ms", "3000"),
        Map.entry("liveness.probe.ms", "3000"),
        Map.entry("liveness.timeout.ms", "8000"),
        Map.entry("subscribe.ack.timeout.ms", "3000"),
        Map.entry("topic.creation.default.partitions", "3"),
        Map.entry("topic.creation.default.replication.factor", "1"),
        Map.entry("producer.override.enable.idempotence", "true"));
  }

  private static String secret(String appKey) {
    return "secret-of-" + appKey;
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse(text);
  }
}
