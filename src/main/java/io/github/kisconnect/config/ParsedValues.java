package io.github.kisconnect.config;

import java.util.Map;
import java.util.Optional;

/**
 * The values that have the type of their key, right or wrong otherwise; a missing or unreadable
 * value is absent. Immutable.
 */
final class ParsedValues {

  private final Map<String, Object> values;

  ParsedValues(Map<String, Object> values) {
    this.values = Map.copyOf(values);
  }

  <T> Optional<T> get(String key, Class<T> type) {
    return Optional.ofNullable(values.get(key)).filter(type::isInstance).map(type::cast);
  }
}
