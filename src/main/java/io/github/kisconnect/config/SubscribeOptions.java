package io.github.kisconnect.config;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Width;

/** The pace of registrations. */
final class SubscribeOptions {

  static final String INTERVAL_MS = "subscribe.interval.ms";
  static final String ACK_TIMEOUT_MS = "subscribe.ack.timeout.ms";

  private SubscribeOptions() {}

  static void define(ConfigDef definition) {
    new OptionGroup(definition, "Subscribe")
        .add(
            INTERVAL_MS,
            ConfigDef.Type.LONG,
            100L,
            Range.between(50, 5_000),
            Importance.LOW,
            Width.SHORT,
            "Subscribe interval (ms)",
            "Time between two registrations of a session. At least 50, because KIS punishes"
                + " bursts; at most 5 seconds, so that a full session is registered within"
                + " minutes.")
        .add(
            ACK_TIMEOUT_MS,
            ConfigDef.Type.LONG,
            10_000L,
            Range.between(100, 120_000),
            Importance.LOW,
            Width.SHORT,
            "Acknowledgement timeout (ms)",
            "How long a registration may stay unanswered before it is sent again.");
  }
}
