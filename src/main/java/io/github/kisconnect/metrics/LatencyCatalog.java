package io.github.kisconnect.metrics;

import static io.github.kisconnect.metrics.Metrics.gauge;

import io.github.kisconnect.metrics.LatencyWindow.Summary;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The part of the catalogue that tells how long records were under way. */
final class LatencyCatalog {

  private static final String WINDOW =
      " in the window that ended last; a window ends when it is read and at least 10 s old.";

  static final List<Metric> METRICS =
      List.of(
          latency("latency-p50-ms", Summary::p50, "Median"),
          latency("latency-p99-ms", Summary::p99, "99th percentile"),
          latency("latency-p999-ms", Summary::p999, "99.9th percentile"),
          latency("latency-max-ms", Summary::max, "Longest"),
          gauge(
              "latency-count",
              "records",
              Tag.STAGE,
              (task, stage) -> task.feed().latencies().last(stage).count(),
              "Records timed" + WINDOW));

  private LatencyCatalog() {}

  private static Metric latency(String name, ToDoubleFunction<Summary> value, String what) {
    return gauge(
        name,
        "milliseconds",
        Tag.STAGE,
        (task, stage) -> value.applyAsDouble(task.feed().latencies().last(stage)),
        what + WINDOW + " NaN where it saw no record.");
  }
}
