package io.github.kisconnect.metrics;

/**
 * One thing that is measured: a line of the catalogue.
 *
 * @param name as in JMX, in kebab case
 * @param unit what one stands for
 * @param tag by what it is broken down
 * @param description one sentence for an operator
 * @param reading how its value is found
 */
public record Metric(
    String name, Type type, String unit, Tag tag, String description, Reading reading) {

  /** The name of its time series in Prometheus. */
  public String prometheusName() {
    return "kis_feed_" + name.replace('-', '_');
  }

  /** How a value behaves. */
  public enum Type {
    /** Only grows while the task runs, from 0; a {@code Long}. */
    COUNTER,
    /** Goes up and down; a {@code Double}, NaN where there is no value. */
    GAUGE,
    /** A {@code String}. */
    TEXT
  }

  /** Finds a value. Any thread. */
  @FunctionalInterface
  public interface Reading {
    /**
     * The value now, of the class that goes with the type.
     *
     * @param subject what the value of the tag stands for; empty string where there is no tag
     */
    Object of(TaskReadings task, Object subject);
  }
}
