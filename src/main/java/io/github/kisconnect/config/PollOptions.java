package io.github.kisconnect.config;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Width;

/** How records are handed to Connect. */
final class PollOptions {

  static final String MAX_RECORDS = "poll.max.records";
  static final String TIMEOUT_MS = "poll.timeout.ms";
  static final String PAUSE_CLOSE_MS = "poll.pause.close.ms";

  private PollOptions() {}

  static void define(ConfigDef definition) {
    new OptionGroup(definition, "Poll")
        .add(
            MAX_RECORDS,
            ConfigDef.Type.INT,
            2_048,
            Range.between(1, 100_000),
            Importance.LOW,
            Width.SHORT,
            "Records per poll",
            "Most records handed to Connect at once. A poll never waits to collect more, and"
                + " Connect cannot pause or stop a task within a batch.")
        .add(
            TIMEOUT_MS,
            ConfigDef.Type.LONG,
            500L,
            Range.between(10, 1_000),
            Importance.LOW,
            Width.SHORT,
            "Poll timeout (ms)",
            "Longest wait for the first record. At most one second, because pause and stop wait"
                + " for it; at least 10, because less is busy waiting.")
        .add(
            PAUSE_CLOSE_MS,
            ConfigDef.Type.LONG,
            300_000L,
            ZeroOrRange.between(2_000, 86_400_000),
            Importance.MEDIUM,
            Width.SHORT,
            "Close when paused for (ms)",
            "Time without a poll, because the connector is paused or its producer is stuck, after"
                + " which the session is closed; the next poll opens it again, and the time between"
                + " is reported as a gap. 0 keeps it open for ever, for queue.overflow.policy to"
                + " deal with. At least 2000, twice the longest poll.");
  }
}
