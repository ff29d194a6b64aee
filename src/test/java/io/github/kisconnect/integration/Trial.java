package io.github.kisconnect.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.quickstart.stack.LocalStack;
import io.github.kisconnect.quickstart.stack.Port;
import io.github.kisconnect.simulator.Fault;
import io.github.kisconnect.simulator.KisSimulator;
import io.github.kisconnect.simulator.KisSimulatorBuilder;
import io.github.kisconnect.simulator.LedgerRecord.Outcome;
import io.github.kisconnect.simulator.Rate;
import io.github.kisconnect.simulator.SimulatedSession;
import io.github.kisconnect.soak.Account;
import io.github.kisconnect.soak.Balance;
import io.github.kisconnect.soak.ConnectorTopics;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A connector under steady load whose server misbehaves, and the balance of what was sent. The
 * simulator frees an app key as soon as a connection is gone, since the connector would otherwise
 * wait 90 s, by the rules of KIS. The trading day is today: a broker forgets a producer, and with
 * it how to tell a repeated batch, when the records are a day old.
 */
public final class Trial implements AutoCloseable {

  public static final Duration DEADLINE = Duration.ofMinutes(5);

  /** Records per second. */
  public static final int LOAD = 60;

  private static final ZoneId KOREA = ZoneId.of("Asia/Seoul");

  /** Records after which a session counts as working again: more than a second of load. */
  private static final int SOME = 80;

  private final LocalStack stack;
  private final List<String> appKeys;
  private final List<String> tickers;
  private final int restPort;
  private final int webSocketPort;
  private final ConnectorUnderTest connector;
  private final Balance balance = new Balance();
  private final Instant begin = Instant.now();
  private KisSimulator simulator;
  private int simulators = 1;

  /** With one session of four tickers. */
  public Trial(LocalStack stack, String name) {
    this(stack, name, 1, 4);
  }

  Trial(LocalStack stack, String name, int sessions, int tickers) {
    this.stack = stack;
    this.appKeys = IntStream.range(0, sessions).mapToObj(i -> "PS-" + name + "-" + i).toList();
    this.tickers = IntStream.range(0, tickers).mapToObj(i -> "%06d".formatted(100 + i)).toList();
    this.restPort = Port.any().claim("the simulator");
    this.webSocketPort = Port.any().claim("the simulator");
    this.simulator = startSimulatorOnFreePorts();
    this.connector =
        new ConnectorUnderTest(stack, name, simulator)
            .credentials(
                String.join(",", appKeys),
                String.join(",", appKeys.stream().map(Trial::secret).toList()))
            .tickers(this.tickers)
            .with("tasks.max", Integer.toString(sessions));
  }

  public Trial with(String key, String value) {
    connector.with(key, value);
    return this;
  }

  /** Returns when data flows for every ticker. */
  public Trial start() {
    connector.run(appKeys.size());
    simulator.awaitSubscribed(tickers, DEADLINE);
    simulator.sendRecords(tickers.get(0), 1);
    connector.read(connector.topic(), 1);
    simulator.rate(Rate.total(LOAD));
    awaitLoad();
    return this;
  }

  public KisSimulator simulator() {
    return simulator;
  }

  ConnectorUnderTest connector() {
    return connector;
  }

  List<String> tickers() {
    return tickers;
  }

  /**
   * Lets faults strike in this order; returns when data flows for every ticker on a new session.
   */
  void survive(Fault... faults) {
    SimulatedSession before = simulator.awaitSession(DEADLINE);
    for (Fault fault : faults) {
      simulator.inject(fault);
    }
    simulator.awaitSessionAfter(before, DEADLINE);
    simulator.awaitSubscribed(tickers, DEADLINE);
    awaitLoad();
  }

  /** Stops the server and starts it again on the same ports; returns when data flows. */
  void surviveRestartOfTheServer() {
    final KisSimulator old = simulator;
    old.close();
    balance.sent(simulatorName(), old.ledger().take());
    simulators++;
    simulator = startSimulatorOnFreePorts();
    simulator.awaitSubscribed(tickers, DEADLINE);
    simulator.rate(Rate.total(LOAD));
    awaitLoad();
  }

  /** Waits until some more records are on the wire. */
  public void awaitLoad() {
    awaitLoad(SOME);
  }

  /** Waits until so many more records are on the wire. */
  public void awaitLoad(int records) {
    long goal = simulator.ledger().count(Outcome.WRITTEN) + records;
    simulator.await(
        "No load on " + tickers, () -> simulator.ledger().count(Outcome.WRITTEN) >= goal, DEADLINE);
  }

  /**
   * Ends the load and reads the topics until the balance is right, and then until no more comes.
   */
  public Account assertBalanced() {
    simulator.rate(Rate.none());
    try (ConnectorTopics topics =
        new ConnectorTopics(
            stack, connector.topic(), connector.gapTopic(), connector.malformedTopic(), balance)) {
      Awaitility.await()
          .pollInSameThread()
          .pollInterval(Duration.ofMillis(100))
          .atMost(DEADLINE)
          .until(() -> isSettled(topics));
      topics.drain();
    } catch (ConditionTimeoutException e) {
      throw new AssertionError("The ledger does not balance:\n" + balance.account(), e);
    }
    final Account account = balance.account();
    assertThat(account.balances()).as("%s", account).isTrue();
    assertThat(account.delivered()).as("%s", account).isPositive();
    assertHolesBeginWithTheTrial(account);
    return account;
  }

  /** A hole without bounds would balance any loss. */
  private void assertHolesBeginWithTheTrial(Account account) {
    final int holes = account.holes().values().stream().mapToInt(Integer::intValue).sum();
    if (holes > 0) {
      assertThat(connector.read(connector.gapTopic(), holes))
          .extracting(gap -> (Long) gap.value().get("FROM_MICROS"))
          .allMatch(from -> from > ChronoUnit.MICROS.between(Instant.EPOCH, begin) - 1_000_000);
    }
  }

  @Override
  public void close() {
    connector.close();
    simulator.close();
  }

  private boolean isSettled(ConnectorTopics topics) {
    balance.sent(simulatorName(), simulator.ledger().take());
    return !topics.read() && balance.account().balances();
  }

  /** A process that is forked at this moment may still hold the ports for an instant. */
  private KisSimulator startSimulatorOnFreePorts() {
    return Awaitility.await("The ports of the simulator are free")
        .atMost(DEADLINE)
        .ignoreException(IllegalStateException.class)
        .until(this::startSimulator, Objects::nonNull);
  }

  private KisSimulator startSimulator() {
    final KisSimulatorBuilder builder =
        KisSimulator.builder()
            .restPort(restPort)
            .webSocketPort(webSocketPort)
            .seed(simulators)
            .businessDate(LocalDate.now(KOREA))
            .occupiedAfterUncleanClose(Duration.ZERO);
    appKeys.forEach(appKey -> builder.appKey(appKey, secret(appKey)));
    return builder.start();
  }

  private String simulatorName() {
    return Integer.toString(simulators);
  }

  private static String secret(String appKey) {
    return "secret-of-" + appKey;
  }
}
