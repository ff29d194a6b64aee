package io.github.kisconnect.metrics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The MBeans of one task, one for each label. Of two copies of a task in one JVM, which overlap at
 * times, the one that registers last is seen; neither removes what is not its own. Nothing in here
 * fails the task. Any thread.
 */
final class JmxMetrics {

  private static final Logger LOG = LoggerFactory.getLogger(JmxMetrics.class);
  private static final Pattern NEEDS_NO_QUOTES = Pattern.compile("[\\w.% -]+");

  private final MBeanServer server;
  private final Map<ObjectName, MetricBean> beans;

  private JmxMetrics(MBeanServer server, Map<ObjectName, MetricBean> beans) {
    this.server = server;
    this.beans = beans;
  }

  /**
   * Registers everything that can be registered, and says once what cannot.
   *
   * @param connector any name
   */
  static JmxMetrics register(
      MBeanServer server, String connector, int task, List<String> tickers, TaskReadings readings) {
    String prefix =
        "io.github.kisconnect:type=feed-metrics,connector=%s,task=%d"
            .formatted(quoted(connector), task);
    Map<ObjectName, MetricBean> beans = new LinkedHashMap<>();
    Series.of(tickers)
        .collect(Collectors.groupingBy(Series::label, LinkedHashMap::new, Collectors.toList()))
        .forEach(
            (label, series) -> beans.put(name(prefix, label), new MetricBean(readings, series)));
    JmxMetrics metrics = new JmxMetrics(server, beans);
    metrics.register();
    return metrics;
  }

  /** Removes what is registered still and its own. */
  void close() {
    synchronized (server) {
      beans.forEach(
          (name, bean) -> {
            if (bean.isRegistered()) {
              remove(name);
            }
          });
    }
  }

  /** The server is what copies of a task have in common, also those of another class loader. */
  private void register() {
    int replaced = 0;
    JMException refusal = null;
    int refused = 0;
    synchronized (server) {
      for (Map.Entry<ObjectName, MetricBean> entry : beans.entrySet()) {
        try {
          replaced += replace(entry.getKey());
          server.registerMBean(entry.getValue(), entry.getKey());
        } catch (JMException e) {
          refusal = e;
          refused++;
        }
      }
    }
    if (replaced > 0) {
      LOG.info(
          "Another copy of this task is still in this worker; its metrics make way for ours."
              + " beans={}",
          replaced);
    }
    if (refusal != null) {
      LOG.warn(
          "Some metrics of this task cannot be read by JMX; it runs all the same. beans={}",
          refused,
          refusal);
    }
  }

  /** Takes the bean of another copy away, but nobody else's. */
  private int replace(ObjectName name) throws JMException {
    if (!server.isRegistered(name)) {
      return 0;
    }
    if (!server.getObjectInstance(name).getClassName().equals(MetricBean.class.getName())) {
      throw new InstanceAlreadyExistsException(name + " belongs to somebody else.");
    }
    server.unregisterMBean(name);
    return 1;
  }

  private void remove(ObjectName name) {
    try {
      server.unregisterMBean(name);
    } catch (JMException e) {
      LOG.warn("A metric of this task stays behind in JMX. name={}", name, e);
    }
  }

  private static ObjectName name(String prefix, Series.Label label) {
    try {
      return new ObjectName(
          label.key().isEmpty() ? prefix : prefix + "," + label.key() + "=" + label.value());
    } catch (MalformedObjectNameException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String quoted(String value) {
    return NEEDS_NO_QUOTES.matcher(value).matches() ? value : ObjectName.quote(value);
  }
}
