package io.github.kisconnect.bench.endtoend;

import io.github.kisconnect.bench.gauge.JvmGauge;
import io.github.kisconnect.bench.load.ConsumerProcess;
import io.github.kisconnect.bench.load.Reading;
import io.github.kisconnect.bench.load.SimulatorProcess;
import io.github.kisconnect.quickstart.stack.ConnectorStatus;
import io.github.kisconnect.quickstart.stack.LocalStack;
import io.github.kisconnect.simulator.Load;
import io.github.kisconnect.simulator.LoadProgress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;

/**
 * Everything that a measurement needs, running: stack, simulator, consumer, and gauges at the
 * worker. One thread.
 */
public final class Rig implements AutoCloseable {

  /** What the example configurations ask for. */
  public static final int PARTITIONS = 6;

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration DRAIN = Duration.ofSeconds(30);
  private static final Duration GLANCE = Duration.ofMillis(50);
  private static final Duration STANDSTILL = Duration.ofSeconds(2);

  private final LocalStack stack;
  private final List<String> tickers;
  private final InstantSource clock;
  private final SimulatorProcess simulator;
  private final ConsumerProcess consumer;
  private final JvmGauge worker;
  private final LostRecords lost;

  /**
   * Starts simulator and consumer, and creates the topics.
   *
   * @param partitions of each topic
   */
  public Rig(LocalStack stack, int sessions, int tickers, int partitions, InstantSource clock)
      throws Exception {
    this.stack = stack;
    this.clock = clock;
    this.tickers = IntStream.range(0, tickers).mapToObj("%06d"::formatted).toList();
    createTopics(partitions);
    this.simulator = SimulatorProcess.start(stack, sessions);
    this.consumer =
        ConsumerProcess.start(stack, List.of(Subject.TYPED_TOPIC, Subject.UNDECODED_TOPIC));
    this.worker = JvmGauge.attach(stack.worker().pid());
    this.lost = new LostRecords(stack);
  }

  public JvmGauge worker() {
    return worker;
  }

  public SimulatorProcess simulator() {
    return simulator;
  }

  public LocalStack stack() {
    return stack;
  }

  InstantSource clock() {
    return clock;
  }

  /** Starts the connector and returns when a record of it has come out of Kafka. */
  void start(Subject subject) {
    Map<String, String> config =
        subject
            .with(simulator.connectorConfig())
            .with(Map.of("kis.tickers", String.join(",", tickers)))
            .config();
    stack.rest().put(subject.name(), config);
    stack.rest().awaitRunning(subject.name(), Integer.parseInt(config.get("tasks.max")));
    Awaitility.await()
        .pollInSameThread()
        .atMost(PATIENCE)
        .until(() -> simulator.registered() == tickers.size());
    consumer.reset();
    simulator.offer(new Load(10, 0.1, 1));
    Awaitility.await()
        .pollInSameThread()
        .atMost(PATIENCE)
        .until(() -> consumer.reading().records() > 0);
  }

  /** Removes the connector and returns when it has let go of its sessions. */
  void remove(Subject subject) {
    stack.rest().delete(subject.name());
    Awaitility.await().pollInSameThread().atMost(PATIENCE).until(() -> simulator.registered() == 0);
  }

  /**
   * Offers a load to a connector all of whose tasks run, then and afterwards.
   *
   * @param idle processor time that the worker takes in a second without a connector
   */
  Outcome measure(Subject subject, Load load, Duration idle) {
    Outcome outcome = offer(subject, load, idle);
    mustRun(subject);
    return outcome;
  }

  /**
   * Offers a load, and waits until what was sent is consumed or no more comes.
   *
   * @param idle processor time that the worker takes in a second without a connector
   */
  public Outcome offer(Subject subject, Load load, Duration idle) {
    return offer(subject, load, idle, () -> {});
  }

  /** The same, and something to be done on this thread once the load has begun. */
  public Outcome offer(Subject subject, Load load, Duration idle, Runnable meanwhile) {
    consumer.reset();
    lost.take();
    final Instant begin = clock.instant();
    final Duration cpuBefore = worker.processCpu();
    simulator.offer(load);
    meanwhile.run();
    Pause.of(Duration.ofMillis((long) (load.seconds() * 1000)));
    LoadProgress end = awaitFinished();
    final long consumedByThen = consumer.reading().records();
    Reading read = drain(end.sent());
    final Duration cpu = worker.processCpu().minus(cpuBefore);
    final double seconds = Duration.between(begin, clock.instant()).toNanos() / 1e9;
    double nanos = cpu.toNanos() - idle.toNanos() * seconds;
    return new Outcome(
        subject.name(),
        load.recordsPerSecond(),
        load.seconds(),
        end.seconds(),
        end.lateMicros(),
        end.sent(),
        end.withheld(),
        end.sent() - consumedByThen,
        read,
        lost.take(),
        read.records() == 0 ? 0 : nanos / 1e3 / read.records());
  }

  @Override
  public void close() {
    lost.close();
    worker.close();
    consumer.close();
    simulator.close();
  }

  private void mustRun(Subject subject) {
    ConnectorStatus status = stack.rest().status(subject.name());
    if (!status.isAll("RUNNING", status.tasks().size())) {
      throw new IllegalStateException("The connector does not run any more: " + status);
    }
  }

  private LoadProgress awaitFinished() {
    return Awaitility.await()
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(GLANCE)
        .atMost(PATIENCE)
        .until(simulator::progress, LoadProgress::finished);
  }

  private Reading drain(long expected) {
    Instant end = clock.instant().plus(DRAIN);
    Instant lastProgress = clock.instant();
    Reading read = consumer.reading();
    while (read.records() < expected
        && clock.instant().isBefore(end)
        && clock.instant().isBefore(lastProgress.plus(STANDSTILL))) {
      Pause.of(GLANCE);
      Reading next = consumer.reading();
      lastProgress = next.records() > read.records() ? clock.instant() : lastProgress;
      read = next;
    }
    return read;
  }

  private void createTopics(int partitions) throws Exception {
    try (Admin admin = stack.admin()) {
      Set<NewTopic> topics =
          Stream.of(
                  Subject.TYPED_TOPIC,
                  Subject.UNDECODED_TOPIC,
                  Subject.GAP_TOPIC,
                  Subject.READY_MADE_TOPIC,
                  ProducerTool.TOPIC)
              .map(name -> new NewTopic(name, partitions, (short) 1))
              .collect(Collectors.toSet());
      admin.createTopics(topics).all().get();
    }
  }
}
