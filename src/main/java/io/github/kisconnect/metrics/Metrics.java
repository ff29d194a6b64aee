package io.github.kisconnect.metrics;

import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongBiFunction;
import java.util.function.ToLongFunction;

/** Makes the lines of the catalogue, with values of the class that goes with their type. */
final class Metrics {

  private Metrics() {}

  static Metric counter(
      String name, String unit, ToLongFunction<TaskReadings> value, String description) {
    return counter(name, unit, Tag.NONE, (task, none) -> value.applyAsLong(task), description);
  }

  static Metric counter(
      String name,
      String unit,
      Tag tag,
      ToLongBiFunction<TaskReadings, Object> value,
      String description) {
    return new Metric(name, Metric.Type.COUNTER, unit, tag, description, value::applyAsLong);
  }

  static Metric gauge(
      String name, String unit, ToDoubleFunction<TaskReadings> value, String description) {
    return gauge(name, unit, Tag.NONE, (task, none) -> value.applyAsDouble(task), description);
  }

  static Metric gauge(
      String name,
      String unit,
      Tag tag,
      ToDoubleBiFunction<TaskReadings, Object> value,
      String description) {
    return new Metric(name, Metric.Type.GAUGE, unit, tag, description, value::applyAsDouble);
  }

  static Metric text(String name, Function<TaskReadings, String> value, String description) {
    return new Metric(
        name, Metric.Type.TEXT, "text", Tag.NONE, description, (task, none) -> value.apply(task));
  }
}
