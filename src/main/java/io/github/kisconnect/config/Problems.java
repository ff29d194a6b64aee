package io.github.kisconnect.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigValue;

/** The answer of a validation in the making: the value of every key with its problems. */
final class Problems {

  private final Map<String, ConfigValue> values = new LinkedHashMap<>();

  void add(ConfigValue value) {
    values.put(value.name(), value);
  }

  /** Attaches a sentence to each of these keys. */
  void report(String sentence, String... keys) {
    for (String key : keys) {
      values.computeIfAbsent(key, ConfigValue::new).addErrorMessage(sentence);
    }
  }

  List<ConfigValue> values() {
    return new ArrayList<>(values.values());
  }

  /** Every sentence once. */
  List<String> sentences() {
    return values.values().stream()
        .flatMap(value -> value.errorMessages().stream())
        .distinct()
        .toList();
  }
}
