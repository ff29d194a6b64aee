package io.github.kisconnect.config;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Width;

/** Where records go. */
final class TopicOptions {

  static final String TOPIC = "topic";
  static final String GAP_TOPIC = "gap.topic";
  static final String MALFORMED_TOPIC = "malformed.topic";

  private TopicOptions() {}

  static void define(ConfigDef definition) {
    new OptionGroup(definition, "Topics")
        .add(
            TOPIC,
            ConfigDef.Type.STRING,
            ConfigDef.NO_DEFAULT_VALUE,
            new TopicName(),
            Importance.HIGH,
            Width.LONG,
            "Topic",
            "Topic for the expected executions, keyed by ticker.")
        .add(
            GAP_TOPIC,
            ConfigDef.Type.STRING,
            null,
            new TopicName(),
            Importance.MEDIUM,
            Width.LONG,
            "Gap topic",
            "Topic for one record per ticker and hole in the data (disconnect, restart, overflow,"
                + " refused ticker). Without it, holes are counted and logged only.")
        .add(
            MALFORMED_TOPIC,
            ConfigDef.Type.STRING,
            null,
            new TopicName(),
            Importance.MEDIUM,
            Width.LONG,
            "Malformed topic",
            "Topic for what could not be decoded, as raw bytes with the reason. Used where"
                + " malformed.policy is quarantine. Without it, malformed data is only counted; the"
                + " holes that it leaves are reported all the same.");
  }
}
