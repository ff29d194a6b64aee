package io.github.kisconnect.config;

import io.github.kisconnect.queue.OverflowPolicy;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Width;

/** The queue between the socket and the polling task. */
final class QueueOptions {

  static final String CAPACITY = "queue.capacity";
  static final String MAX_BYTES = "queue.max.bytes";
  static final String OVERFLOW_POLICY = "queue.overflow.policy";
  static final String BLOCK_TIMEOUT_MS = "queue.block.timeout.ms";

  static final OneOf<OverflowPolicy> OVERFLOW_POLICIES = OneOf.lowerCase(OverflowPolicy.class);

  private QueueOptions() {}

  static void define(ConfigDef definition) {
    new OptionGroup(definition, "Queue")
        .add(
            CAPACITY,
            ConfigDef.Type.INT,
            65_536,
            Range.between(1, 10_000_000),
            Importance.MEDIUM,
            Width.SHORT,
            "Queue capacity",
            "Most records that wait for Connect, per task. More than ten million would not fit"
                + " into the memory of a worker.")
        .add(
            MAX_BYTES,
            ConfigDef.Type.LONG,
            128L << 20,
            Range.between(1L << 20, 16L << 30),
            Importance.LOW,
            Width.MEDIUM,
            "Queue bytes",
            "Most bytes, approximately, that wait for Connect, per task: the bound beside"
                + " queue.capacity. At least 1 MiB, the largest frame that is accepted.")
        .add(
            OVERFLOW_POLICY,
            ConfigDef.Type.STRING,
            "drop_oldest",
            OVERFLOW_POLICIES,
            Importance.MEDIUM,
            Width.SHORT,
            "Overflow policy",
            "What happens when the queue is full: drop_oldest and drop_newest lose records,"
                + " counted and reported as gaps; block stops reading from the socket for"
                + " queue.block.timeout.ms and then loses the newest; fail stops the task.")
        .add(
            BLOCK_TIMEOUT_MS,
            ConfigDef.Type.LONG,
            5_000L,
            Range.between(1, 60_000),
            Importance.LOW,
            Width.SHORT,
            "Block timeout (ms)",
            "Longest time that queue.overflow.policy=block stops reading from the socket; what then"
                + " finds no room is lost at once until Connect takes records again. At most one"
                + " minute, because KIS drops a session that leaves its keepalive unanswered for"
                + " about 100 seconds.");
  }
}
