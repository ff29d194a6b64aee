package io.github.kisconnect.metrics;

import java.util.List;
import java.util.stream.Stream;

/**
 * A metric for one value of its tag. Any thread.
 *
 * @param subject what the value stands for
 */
record Series(Metric metric, Object subject) {

  /** All series of a task, in the order of the catalogue. */
  static Stream<Series> of(List<String> tickers) {
    return MetricCatalog.all().stream()
        .flatMap(
            metric ->
                metric.tag().subjects(tickers).stream()
                    .map(subject -> new Series(metric, subject)));
  }

  Label label() {
    return new Label(metric.tag().key(), Tag.text(subject));
  }

  Object read(TaskReadings readings) {
    return metric.reading().of(readings, subject);
  }

  /**
   * A tag with its value.
   *
   * @param key empty where the metric has no tag
   */
  record Label(String key, String value) {}
}
