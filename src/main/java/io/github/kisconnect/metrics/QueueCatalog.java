package io.github.kisconnect.metrics;

import static io.github.kisconnect.metrics.Metrics.counter;
import static io.github.kisconnect.metrics.Metrics.gauge;

import java.util.List;

/** The part of the catalogue about the queue between socket and {@code poll()}. */
final class QueueCatalog {

  static final List<Metric> METRICS =
      List.of(
          gauge("queue-size", "records", task -> task.queue().size(), "Records in the queue."),
          gauge(
              "queue-capacity",
              "records",
              task -> task.queue().capacity(),
              "Records that the queue holds at most, `queue.capacity`."),
          gauge(
              "queue-bytes",
              "bytes",
              task -> task.queue().bytes(),
              "Approximate bytes in the queue."),
          gauge(
              "queue-bytes-capacity",
              "bytes",
              task -> task.queue().capacityBytes(),
              "Approximate bytes that the queue holds at most, `queue.max.bytes`."),
          gauge(
              "queue-high-water-mark",
              "records",
              task -> task.queue().highWaterMark(),
              "Most records that were in the queue since the start."),
          counter(
              "records-lost-total",
              "records",
              Tag.OVERFLOW_POLICY,
              (task, policy) -> policy == task.queue().policy() ? task.queue().lost() : 0,
              "Records lost because the queue was full, by the `queue.overflow.policy` that lost"
                  + " them; 0 for all but the one in force."));

  private QueueCatalog() {}
}
