package io.github.kisconnect.metrics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.DynamicMBean;
import javax.management.ImmutableDescriptor;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanRegistration;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.ReflectionException;

/**
 * The series of one label as an MBean: an attribute each, read only. Knows whether it is registered
 * still, since a newer copy of the task may have taken its place. Any thread.
 */
final class MetricBean implements DynamicMBean, MBeanRegistration {

  private final TaskReadings readings;
  private final Map<String, Series> attributes = new LinkedHashMap<>();
  private volatile boolean registered;

  MetricBean(TaskReadings readings, List<Series> series) {
    this.readings = readings;
    series.forEach(one -> attributes.put(one.metric().name(), one));
  }

  boolean isRegistered() {
    return registered;
  }

  @Override
  public Object getAttribute(String name) throws AttributeNotFoundException {
    Series series = attributes.get(name);
    if (series == null) {
      throw new AttributeNotFoundException("There is no metric " + name + " here.");
    }
    return series.read(readings);
  }

  @Override
  public AttributeList getAttributes(String[] names) {
    AttributeList values = new AttributeList();
    for (String name : names) {
      if (attributes.containsKey(name)) {
        values.add(new Attribute(name, attributes.get(name).read(readings)));
      }
    }
    return values;
  }

  @Override
  public void setAttribute(Attribute attribute) throws AttributeNotFoundException {
    throw new AttributeNotFoundException("Metrics are read only.");
  }

  @Override
  public AttributeList setAttributes(AttributeList values) {
    return new AttributeList();
  }

  @Override
  public Object invoke(String action, Object[] parameters, String[] signature)
      throws ReflectionException {
    throw new ReflectionException(new NoSuchMethodException(action), "Metrics have no operations.");
  }

  @Override
  public MBeanInfo getMBeanInfo() {
    return new MBeanInfo(
        MetricBean.class.getName(),
        "Metrics of a task of kafka-connect-kis.",
        attributes.values().stream()
            .map(series -> info(series.metric()))
            .toArray(MBeanAttributeInfo[]::new),
        null,
        null,
        null);
  }

  private static MBeanAttributeInfo info(Metric metric) {
    return new MBeanAttributeInfo(
        metric.name(),
        switch (metric.type()) {
          case COUNTER -> Long.class.getName();
          case GAUGE -> Double.class.getName();
          case TEXT -> String.class.getName();
        },
        metric.description(),
        true,
        false,
        false,
        new ImmutableDescriptor("units=" + metric.unit()));
  }

  @Override
  public ObjectName preRegister(MBeanServer server, ObjectName name) {
    return name;
  }

  @Override
  public void postRegister(Boolean done) {
    registered = done;
  }

  @Override
  public void preDeregister() {}

  @Override
  public void postDeregister() {
    registered = false;
  }
}
