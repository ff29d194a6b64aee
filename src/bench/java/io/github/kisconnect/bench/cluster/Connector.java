package io.github.kisconnect.bench.cluster;

import io.github.kisconnect.quickstart.stack.ConnectorStatus;
import io.github.kisconnect.quickstart.stack.LocalStack;
import io.github.kisconnect.quickstart.stack.LocalWorker;
import io.github.kisconnect.simulator.KisSimulator;
import io.github.kisconnect.simulator.KisSimulatorBuilder;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The connector whose tasks the workers share, and the simulator that feeds it. One thread. */
final class Connector implements AutoCloseable {

  static final String TOPIC = "cluster.trades";
  static final String GAP_TOPIC = "cluster.gaps";
  static final String MALFORMED_TOPIC = "cluster.malformed";

  private static final String NAME = "cluster";

  private final LocalStack stack;
  private final List<String> appKeys;
  private final List<String> tickers;
  private final KisSimulator simulator;

  /**
   * Starts the simulator.
   *
   * @param sessions app keys, which is tasks
   */
  Connector(LocalStack stack, int sessions, Scenario scenario) {
    this.stack = stack;
    this.appKeys = IntStream.range(0, sessions).mapToObj(i -> "PS-cluster-" + i).toList();
    this.tickers = IntStream.range(0, scenario.tickers()).mapToObj("%06d"::formatted).toList();
    KisSimulatorBuilder builder =
        KisSimulator.builder()
            .limitApprovals(true)
            .recordsPerFrame(Scenario.RECORDS_PER_FRAME)
            .occupiedAfterUncleanClose(scenario.occupied());
    appKeys.forEach(appKey -> builder.appKey(appKey, secret(appKey)));
    this.simulator = builder.start();
  }

  KisSimulator simulator() {
    return simulator;
  }

  List<String> tickers() {
    return tickers;
  }

  void configure() {
    stack.rest().put(NAME, config());
    stack.rest().awaitRunning(NAME, appKeys.size());
  }

  /** Whether every ticker is registered by a live session. */
  boolean isWhole() {
    return simulator.sessions().stream().mapToInt(session -> session.tickers().size()).sum()
        == tickers.size();
  }

  /** Whether Connect has stored how far each ticker has come. */
  boolean hasOffsets() {
    return stack.rest().offsets(NAME).path("offsets").size() == tickers.size();
  }

  /** Whether every task runs, on another worker than this one. */
  boolean runsWithout(LocalWorker worker) {
    ConnectorStatus status = stack.rest().status(NAME);
    return status.tasks().size() == appKeys.size()
        && status.tasks().stream()
            .allMatch(
                task ->
                    task.state().equals("RUNNING")
                        && !task.workerId().equals(worker.restUrl().getAuthority()));
  }

  /** How many tasks the worker has. */
  long tasksOn(LocalWorker worker) {
    return stack.rest().status(NAME).tasks().stream()
        .filter(task -> task.workerId().equals(worker.restUrl().getAuthority()))
        .count();
  }

  /** Whether every task runs, and each worker has as many as any other. */
  boolean isBalanced() {
    ConnectorStatus status = stack.rest().status(NAME);
    Map<String, Long> tasks =
        status.tasks().stream()
            .filter(task -> task.state().equals("RUNNING"))
            .collect(
                Collectors.groupingBy(ConnectorStatus.Instance::workerId, Collectors.counting()));
    long share = appKeys.size() / stack.workers().size();
    return tasks.size() == stack.workers().size()
        && tasks.values().stream().allMatch(count -> count >= share)
        && tasks.values().stream().mapToLong(Long::longValue).sum() == appKeys.size();
  }

  @Override
  public void close() {
    simulator.close();
  }

  private Map<String, String> config() {
    return Map.ofEntries(
        Map.entry("connector.class", "io.github.kisconnect.KisExpectedTradeSourceConnector"),
        Map.entry("tasks.max", Integer.toString(appKeys.size())),
        Map.entry("topic", TOPIC),
        Map.entry("gap.topic", GAP_TOPIC),
        Map.entry("malformed.topic", MALFORMED_TOPIC),
        Map.entry("kis.rest.url", simulator.restUri().toString()),
        Map.entry("kis.ws.url", simulator.webSocketUri().toString()),
        Map.entry("kis.tickers", String.join(",", tickers)),
        Map.entry("kis.app.keys", String.join(",", appKeys)),
        Map.entry(
            "kis.app.secrets",
            appKeys.stream().map(Connector::secret).collect(Collectors.joining(","))),
        Map.entry("topic.creation.default.partitions", "6"),
        Map.entry("topic.creation.default.replication.factor", "1"),
        Map.entry("producer.override.enable.idempotence", "true"),
        Map.entry("producer.override.acks", "all"),
        Map.entry("producer.override.max.in.flight.requests.per.connection", "1"),
        Map.entry("producer.override.linger.ms", "0"),
        Map.entry("producer.override.compression.type", "none"));
  }

  private static String secret(String appKey) {
    return "secret-of-" + appKey;
  }
}
