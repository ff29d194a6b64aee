package io.github.kisconnect.bench.endtoend;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A connector to be measured.
 *
 * @param name of the connector; also names it in the report
 * @param config without the addresses of the simulator
 */
public record Subject(String name, Map<String, String> config) {

  /** Name of the product among the connectors. */
  static final String TYPED = "typed";

  static final String TYPED_TOPIC = "bench.typed";
  static final String GAP_TOPIC = "bench.gaps";
  static final String UNDECODED_TOPIC = "bench.undecoded";
  static final String READY_MADE_TOPIC = "bench.ready-made";

  private static final String PRODUCER_PREFIX = "producer.override.";

  private static final Map<String, String> COMMON =
      Map.of(
          "topic.creation.default.partitions", "6",
          "topic.creation.default.replication.factor", "1",
          "producer.override.enable.idempotence", "true",
          "producer.override.acks", "all",
          "producer.override.max.in.flight.requests.per.connection", "1",
          "producer.override.linger.ms", "0",
          "producer.override.compression.type", "none");

  /** The product, as the example configuration has it. */
  public static Subject typed(int tasks) {
    return of(
        TYPED,
        Map.of(
            "connector.class",
            "io.github.kisconnect.KisExpectedTradeSourceConnector",
            "tasks.max",
            Integer.toString(tasks),
            "topic",
            TYPED_TOPIC,
            "gap.topic",
            GAP_TOPIC));
  }

  /** A yardstick: text as it comes. */
  static Subject undecoded() {
    return of(
        "undecoded",
        Map.of(
            "connector.class", "io.github.kisconnect.bench.yardstick.UndecodedSourceConnector",
            "tasks.max", "1",
            "topic", UNDECODED_TOPIC,
            "value.converter", "org.apache.kafka.connect.storage.StringConverter"));
  }

  /** A yardstick: records that are there already, converted as those of the product are. */
  static Subject readyMade(int tasks) {
    return of(
        "ready-made",
        Map.of(
            "connector.class",
            "io.github.kisconnect.bench.yardstick.ReadyMadeSourceConnector",
            "tasks.max",
            Integer.toString(tasks),
            "topic",
            READY_MADE_TOPIC));
  }

  /** The same with further properties, or others. */
  public Subject with(Map<String, String> further) {
    Map<String, String> all = new TreeMap<>(config);
    all.putAll(further);
    return new Subject(name, all);
  }

  /** What the configuration asks of the producer, by the producer's names. */
  Map<String, String> producerSettings() {
    return config.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(PRODUCER_PREFIX))
        .collect(
            Collectors.toMap(
                entry -> entry.getKey().substring(PRODUCER_PREFIX.length()), Map.Entry::getValue));
  }

  private static Subject of(String name, Map<String, String> own) {
    return new Subject(name, COMMON).with(own);
  }
}
