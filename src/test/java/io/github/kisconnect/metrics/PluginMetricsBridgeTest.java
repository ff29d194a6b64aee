package io.github.kisconnect.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.MetricValueProvider;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.junit.jupiter.api.Test;

/** The metrics of a task among those of its worker, whichever worker that is. */
class PluginMetricsBridgeTest {

  private final FakeTask task = new FakeTask();
  private final Map<MetricName, MetricValueProvider<?>> added = new LinkedHashMap<>();

  @Test
  void givesEverySeriesWithItsTagAndDescription() {
    PluginMetricsBridge.publish(worker(new Recording()), FakeTask.TICKERS, task.readings);

    assertThat(added.keySet())
        .containsExactlyElementsOf(
            Series.of(FakeTask.TICKERS).map(PluginMetricsBridgeTest::expected).toList());
    assertThat(added.keySet()).allMatch(name -> !name.description().isBlank());
  }

  private static MetricName expected(Series series) {
    final String key = series.label().key();
    return new MetricName(
        series.metric().name(),
        "plugins",
        "",
        key.isEmpty() ? Map.of() : Map.of(key, series.label().value()));
  }

  @Test
  void readsTheValueOfTheMoment() {
    PluginMetricsBridge.publish(worker(new Recording()), FakeTask.TICKERS, task.readings);
    final Gauge<?> requests =
        (Gauge<?>) added.get(new MetricName("approval-requests-total", "plugins", "", Map.of()));
    assertThat(requests.value(null, 0)).isEqualTo(0L);

    task.feed.approvalRequested();

    assertThat(requests.value(null, 0)).isEqualTo(1L);
  }

  @Test
  void goesWithoutAWorkerThatHasNone() {
    assertThatCode(() -> PluginMetricsBridge.publish(worker(null), FakeTask.TICKERS, task.readings))
        .doesNotThrowAnyException();
  }

  @Test
  void leavesOurOwnBeansWhereTheWorkerRefusesItsPart() throws Exception {
    final PluginMetrics refusing =
        new Recording() {
          @Override
          public void addMetric(MetricName name, MetricValueProvider<?> provider) {
            throw new IllegalArgumentException("There is such a metric.");
          }
        };

    assertOwnBeans(worker(refusing));
  }

  @Test
  void leavesOurOwnBeansWhereTheContextIsOlderThanTheApi() throws Exception {
    final SourceTaskContext old =
        new Worker(null) {
          @Override
          public PluginMetrics pluginMetrics() {
            throw new AbstractMethodError();
          }
        };

    assertOwnBeans(old);
  }

  private void assertOwnBeans(SourceTaskContext context) throws Exception {
    final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    final ObjectName name =
        new ObjectName("io.github.kisconnect:type=feed-metrics,connector=bridge,task=0");
    try (PublishedMetrics published =
        PublishedMetrics.publish("bridge", 0, FakeTask.TICKERS, task.readings, context)) {
      assertThat(published).isNotNull();
      assertThat(server.getAttribute(name, "frames-total")).isEqualTo(0L);
    }
    assertThat(server.isRegistered(name)).isFalse();
  }

  private static SourceTaskContext worker(PluginMetrics metrics) {
    return new Worker(metrics);
  }

  /** A worker that takes metrics, or does not. */
  private static class Worker implements SourceTaskContext {

    private final PluginMetrics metrics;

    Worker(PluginMetrics metrics) {
      this.metrics = metrics;
    }

    @Override
    public Map<String, String> configs() {
      return Map.of();
    }

    @Override
    public OffsetStorageReader offsetStorageReader() {
      return null;
    }

    @Override
    public PluginMetrics pluginMetrics() {
      return metrics;
    }
  }

  /** Keeps what is added; a sensor would be a mistake. */
  private class Recording implements PluginMetrics {

    /** The interface asks for this very class of map. */
    @Override
    @SuppressWarnings("NonApiType")
    public MetricName metricName(
        String name, String description, LinkedHashMap<String, String> tags) {
      return new MetricName(name, "plugins", description, tags);
    }

    @Override
    public void addMetric(MetricName name, MetricValueProvider<?> provider) {
      added.put(name, provider);
    }

    @Override
    public void removeMetric(MetricName name) {
      throw new AssertionError();
    }

    @Override
    public Sensor addSensor(String name) {
      throw new AssertionError();
    }

    @Override
    public void removeSensor(String name) {
      throw new AssertionError();
    }
  }
}
