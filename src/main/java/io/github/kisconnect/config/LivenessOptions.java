package io.github.kisconnect.config;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Width;

/** When silence is taken for a dead connection. */
final class LivenessOptions {

  static final String PROBE_MS = "liveness.probe.ms";
  static final String TIMEOUT_MS = "liveness.timeout.ms";

  private LivenessOptions() {}

  static void define(ConfigDef definition) {
    new OptionGroup(definition, "Liveness")
        .add(
            PROBE_MS,
            ConfigDef.Type.LONG,
            60_000L,
            Range.between(100, 600_000),
            Importance.LOW,
            Width.SHORT,
            "Probe after (ms)",
            "Silence, without any frame at all, after which a WebSocket Ping is sent. No data is"
                + " normal outside auctions.")
        .add(
            TIMEOUT_MS,
            ConfigDef.Type.LONG,
            120_000L,
            Range.between(200, 3_600_000),
            Importance.LOW,
            Width.SHORT,
            "Dead after (ms)",
            "Silence after which the connection is given up and opened anew, more than"
                + " liveness.probe.ms. It should exceed 100000, because KIS itself drops silent"
                + " sessions after about 100 seconds.");
  }
}
