package io.github.kisconnect.metrics;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The metrics of one task while they can be read: as MBeans of our own on every worker, and among
 * the worker's plugin metrics where it has them, since 4.1. Any thread; no failure in here reaches
 * the task.
 */
public final class PublishedMetrics implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PublishedMetrics.class);

  private final JmxMetrics beans;

  private PublishedMetrics(JmxMetrics beans) {
    this.beans = beans;
  }

  /** Makes the metrics of a task readable until {@link #close}. */
  public static PublishedMetrics publish(
      String connector,
      int task,
      List<String> tickers,
      TaskReadings readings,
      SourceTaskContext context) {
    JmxMetrics beans =
        JmxMetrics.register(
            ManagementFactory.getPlatformMBeanServer(), connector, task, tickers, readings);
    if (workerHasPluginMetrics()) {
      publishToWorker(tickers, readings, context);
    }
    return new PublishedMetrics(beans);
  }

  /** Removes our own MBeans; the worker looks after its metrics itself. */
  @Override
  public void close() {
    beans.close();
  }

  private static boolean workerHasPluginMetrics() {
    return Arrays.stream(SourceTaskContext.class.getMethods())
        .anyMatch(method -> method.getName().equals("pluginMetrics"));
  }

  /** A context may be older than the API beside it, or its worker may hold metrics of a copy. */
  private static void publishToWorker(
      List<String> tickers, TaskReadings readings, SourceTaskContext context) {
    try {
      PluginMetricsBridge.publish(context, tickers, readings);
    } catch (RuntimeException | LinkageError refusal) {
      LOG.warn(
          "The worker does not take the metrics of this task among its plugin metrics; they can be"
              + " read under io.github.kisconnect all the same.",
          refusal);
    }
  }
}
