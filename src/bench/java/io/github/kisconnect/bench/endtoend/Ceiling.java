package io.github.kisconnect.bench.endtoend;

import io.github.kisconnect.quickstart.stack.LocalStack;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * How fast converter, Connect, producer and broker are on this machine where the connector costs
 * nothing, nobody sends and nobody reads: what no connector with the same records and as many tasks
 * can surpass. Main thread.
 */
final class Ceiling {

  private static final Duration WARM_UP = Duration.ofSeconds(40);
  private static final Duration LASTING = Duration.ofSeconds(10);

  private Ceiling() {}

  /** Records in a second that come into the topic of {@link Subject#readyMade}. */
  static double measure(Rig rig, int tasks, Subject readyMade) throws Exception {
    final LocalStack stack = rig.stack();
    stack.rest().put(readyMade.name(), readyMade.config());
    stack.rest().awaitRunning(readyMade.name(), tasks);
    Pause.of(WARM_UP);
    try (Admin admin = stack.admin()) {
      final Instant begin = rig.clock().instant();
      final long before = records(admin);
      Pause.of(LASTING);
      final Instant end = rig.clock().instant();
      final long after = records(admin);
      return (after - before) / (Duration.between(begin, end).toNanos() / 1e9);
    } finally {
      stack.rest().delete(readyMade.name());
    }
  }

  private static long records(Admin admin) throws Exception {
    Map<TopicPartition, OffsetSpec> ends =
        partitions().stream().collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest()));
    return admin.listOffsets(ends).all().get().values().stream()
        .mapToLong(end -> end.offset())
        .sum();
  }

  private static List<TopicPartition> partitions() {
    return IntStream.range(0, Rig.PARTITIONS)
        .mapToObj(number -> new TopicPartition(Subject.READY_MADE_TOPIC, number))
        .toList();
  }
}
