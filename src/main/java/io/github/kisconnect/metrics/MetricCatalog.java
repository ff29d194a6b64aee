package io.github.kisconnect.metrics;

import java.util.List;
import java.util.stream.Stream;

/**
 * Every metric of a task. What is in here is what JMX, the worker's own metrics and README show;
 * nothing is named anywhere else.
 */
public final class MetricCatalog {

  private static final List<Metric> ALL =
      Stream.of(
              SessionCatalog.METRICS,
              FeedCatalog.METRICS,
              QueueCatalog.METRICS,
              LatencyCatalog.METRICS)
          .flatMap(List::stream)
          .toList();

  private MetricCatalog() {}

  /** All metrics, in the order in which they are to be read. */
  public static List<Metric> all() {
    return ALL;
  }
}
