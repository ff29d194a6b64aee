package io.github.kisconnect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.session.TimeSource;
import io.github.kisconnect.simulator.KisSimulator;
import io.github.kisconnect.simulator.KisSimulatorBuilder;
import io.github.kisconnect.transport.SystemTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * A task that talks to a simulator over real sockets. The test is its worker: it polls when it
 * likes, and only then.
 */
final class TaskUnderTest implements AutoCloseable {

  static final Duration LIMIT = Duration.ofSeconds(20);
  static final TimeSource TIME = new SystemTime();
  static final String TOPIC = "trades";
  static final String GAPS = "gaps";
  static final String MALFORMED = "malformed";

  private final KisSimulator simulator;
  private final Map<String, String> properties = new HashMap<>();
  private final FakeContext context = new FakeContext(() -> Map.copyOf(properties));
  private final KisExpectedTradeSourceTask task = new KisExpectedTradeSourceTask();
  private final SessionStates states;

  TaskUnderTest(KisSimulator simulator) {
    this(simulator, "task");
  }

  TaskUnderTest(KisSimulator simulator, String name) {
    this.simulator = simulator;
    this.states = new SessionStates(name);
    properties.put("name", name);
    properties.put("topic", TOPIC);
    properties.put("gap.topic", GAPS);
    properties.put("malformed.topic", MALFORMED);
    properties.put("kis.rest.url", simulator.restUri().toString());
    properties.put("kis.ws.url", simulator.webSocketUri().toString());
    properties.put("kis.app.keys", KisSimulatorBuilder.DEMO_APP_KEY);
    properties.put("kis.app.secrets", KisSimulatorBuilder.DEMO_APP_SECRET);
    properties.put("kis.tickers", "005930");
    properties.put("subscribe.interval.ms", "50");
    properties.put("poll.timeout.ms", "100");
    properties.put("task.index", "0");
    properties.put("task.count", "1");
  }

  TaskUnderTest with(String key, String value) {
    properties.put(key, value);
    return this;
  }

  TaskUnderTest delivered(Map<String, ?> partition, Map<String, Object> offset) {
    context.store(partition, offset);
    return this;
  }

  TaskUnderTest start() {
    task.initialize(context);
    task.start(Map.copyOf(properties));
    return this;
  }

  /** Starts, and waits until every ticker is registered. */
  TaskUnderTest startSubscribed() throws InterruptedException {
    start();
    simulator.awaitSubscribed(Set.of(properties.get("kis.tickers").split(",")), LIMIT);
    await("QUIET");
    return this;
  }

  /** Waits until the session enters the state. */
  void await(String state) throws InterruptedException {
    states.await(state, LIMIT);
  }

  /** One poll; empty instead of null. */
  List<SourceRecord> poll() throws InterruptedException {
    final List<SourceRecord> records = task.poll();
    return records == null ? List.of() : records;
  }

  /** Polls until there are so many records. */
  List<SourceRecord> take(int count) throws InterruptedException {
    final List<SourceRecord> records = new ArrayList<>();
    final long end = TIME.nanoTime() + LIMIT.toNanos();
    while (records.size() < count) {
      assertThat(TIME.nanoTime())
          .as("%s of %s records came", records.size(), count)
          .isLessThan(end);
      records.addAll(poll());
    }
    assertThat(records).hasSize(count);
    return records;
  }

  /** Kafka has the record. */
  void acknowledge(SourceRecord record) {
    task.commitRecord(
        record, new RecordMetadata(new TopicPartition(record.topic(), 0), 0, 0, 0, 0, 0));
  }

  /** A transformation filtered the record. */
  void filter(SourceRecord record) {
    task.commitRecord(record, null);
  }

  /** Polls until that fails; for as long as a task is given to fail. */
  Throwable pollUntilItFails() throws InterruptedException {
    final long end = TIME.nanoTime() + LIMIT.toNanos();
    while (TIME.nanoTime() < end) {
      try {
        task.poll();
      } catch (RuntimeException failure) {
        return failure;
      }
    }
    throw new AssertionError("The task did not fail within " + LIMIT);
  }

  /** Stops the task, and says how long that took. */
  Duration stop() {
    return timed(task::stop);
  }

  static Duration timed(Runnable action) {
    final long begin = TIME.nanoTime();
    action.run();
    return Duration.ofNanos(TIME.nanoTime() - begin);
  }

  /** Those records that are of the topic. */
  static List<SourceRecord> ofTopic(String topic, List<SourceRecord> records) {
    return records.stream().filter(record -> record.topic().equals(topic)).toList();
  }

  static Struct value(SourceRecord record) {
    return (Struct) record.value();
  }

  static long receivedAt(SourceRecord record) {
    return (Long) record.headers().lastWithName("kis.received.at").value();
  }

  @Override
  public void close() {
    task.stop();
    states.close();
  }
}
