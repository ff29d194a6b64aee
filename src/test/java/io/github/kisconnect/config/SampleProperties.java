package io.github.kisconnect.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigValue;

/** Connector properties for tests, valid until changed, and ways to read an answer. */
final class SampleProperties {

  private SampleProperties() {}

  /** The least that a connector needs, changed by pairs of key and value. */
  static Map<String, String> with(String... changes) {
    Map<String, String> properties = new HashMap<>();
    properties.put("name", "expected-trades");
    properties.put("connector.class", "KisExpectedTradeSourceConnector");
    properties.put("tasks.max", "2");
    properties.put("topic", "expected-trades");
    properties.put("kis.tickers", "005930,000660,0193T0");
    properties.put("kis.app.keys", "dummy-key-1,dummy-key-2");
    properties.put("kis.app.secrets", "dummy-secret-1,dummy-secret-2");
    for (int i = 0; i < changes.length; i += 2) {
      properties.put(changes[i], changes[i + 1]);
    }
    return properties;
  }

  static Map<String, String> without(String... keys) {
    Map<String, String> properties = with();
    properties.keySet().removeAll(List.of(keys));
    return properties;
  }

  /** Different tickers, comma-separated. */
  static String tickers(int count) {
    return IntStream.range(0, count).mapToObj("%06d"::formatted).collect(Collectors.joining(","));
  }

  /** Different dummy secrets, comma-separated. */
  static String secrets(int count) {
    return IntStream.range(0, count).mapToObj(i -> "dummy-" + i).collect(Collectors.joining(","));
  }

  /** The problems of each key that has any. */
  static Map<String, List<String>> problems(Map<String, String> properties) {
    Config answer = SourceConfigValidation.validate(properties);
    return answer.configValues().stream()
        .filter(value -> !value.errorMessages().isEmpty())
        .collect(Collectors.toMap(ConfigValue::name, ConfigValue::errorMessages));
  }

  static ConfigValue value(Map<String, String> properties, String key) {
    return SourceConfigValidation.validate(properties).configValues().stream()
        .filter(value -> value.name().equals(key))
        .findFirst()
        .orElseThrow();
  }
}
