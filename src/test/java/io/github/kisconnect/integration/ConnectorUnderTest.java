package io.github.kisconnect.integration;

import io.github.kisconnect.quickstart.stack.AvroRecord;
import io.github.kisconnect.quickstart.stack.AvroTopicReader;
import io.github.kisconnect.quickstart.stack.ConnectRest;
import io.github.kisconnect.quickstart.stack.LocalStack;
import io.github.kisconnect.simulator.KisSimulator;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A connector of its own name and topics on a stack, fed by a simulator of its own. Closing deletes
 * it.
 */
public final class ConnectorUnderTest implements AutoCloseable {

  /** Long enough for the slowest machine, never waited for in full where things work. */
  public static final Duration DEADLINE = Duration.ofMinutes(5);

  private final LocalStack stack;
  private final String name;
  private final Map<String, String> config = new HashMap<>();

  public ConnectorUnderTest(LocalStack stack, String name, KisSimulator simulator) {
    this.stack = stack;
    this.name = name;
    config.put("name", name);
    config.put("connector.class", "io.github.kisconnect.KisExpectedTradeSourceConnector");
    config.put("tasks.max", "1");
    config.put("topic", topic());
    config.put("gap.topic", gapTopic());
    config.put("malformed.topic", malformedTopic());
    config.put("kis.rest.url", simulator.restUri().toString());
    config.put("kis.ws.url", simulator.webSocketUri().toString());
    config.put("topic.creation.default.partitions", "3");
    config.put("topic.creation.default.replication.factor", "1");
    config.put("producer.override.enable.idempotence", "true");
  }

  public String name() {
    return name;
  }

  public String topic() {
    return name + ".trades";
  }

  public String gapTopic() {
    return name + ".gaps";
  }

  public String malformedTopic() {
    return name + ".malformed";
  }

  /** The configuration so far; a copy. */
  public Map<String, String> config() {
    return Map.copyOf(config);
  }

  public ConnectorUnderTest with(String key, String value) {
    config.put(key, value);
    return this;
  }

  public ConnectorUnderTest credentials(String appKeys, String secrets) {
    return with("kis.app.keys", appKeys).with("kis.app.secrets", secrets);
  }

  public ConnectorUnderTest tickers(List<String> tickers) {
    return with("kis.tickers", String.join(",", tickers));
  }

  /** Posts the configuration, for the first time or again, and waits until all tasks run. */
  public void run(int tasks) {
    rest().put(name, config);
    rest().awaitRunning(name, tasks);
  }

  public ConnectRest rest() {
    return stack.rest();
  }

  /** Everything in the topic, once there are this many records. */
  public List<AvroRecord> read(String topic, int count) {
    try (AvroTopicReader reader = stack.read(topic)) {
      return reader.takeUntil(
          count + " records", DEADLINE, records -> records.size() >= count && reader.isAtEnd());
    }
  }

  @Override
  public void close() {
    rest().delete(name);
  }
}
