package io.github.kisconnect.metrics;

import java.util.LinkedHashMap;
import java.util.List;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.source.SourceTaskContext;

/**
 * Gives the metrics of a task to the worker's own (KIP-877), which adds connector and task to the
 * tags and removes them with the task. As gauges of ours throughout: workers up to 4.3 share a
 * sensor among all tasks that name it alike. To be touched only where the worker knows such
 * metrics.
 */
final class PluginMetricsBridge {

  private PluginMetricsBridge() {}

  /**
   * Adds every series.
   *
   * @throws IllegalArgumentException where another copy of the task has its metrics there still
   */
  static void publish(SourceTaskContext context, List<String> tickers, TaskReadings readings) {
    PluginMetrics metrics = context.pluginMetrics();
    if (metrics == null) {
      return;
    }
    Series.of(tickers).forEach(series -> add(metrics, series, readings));
  }

  private static void add(PluginMetrics metrics, Series series, TaskReadings readings) {
    Series.Label label = series.label();
    LinkedHashMap<String, String> tags = new LinkedHashMap<>();
    if (!label.key().isEmpty()) {
      tags.put(label.key(), label.value());
    }
    Gauge<Object> gauge = (config, now) -> series.read(readings);
    metrics.addMetric(
        metrics.metricName(series.metric().name(), series.metric().description(), tags), gauge);
  }
}
