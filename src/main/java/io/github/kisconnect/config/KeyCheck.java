package io.github.kisconnect.config;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;

/**
 * Checks one key by itself. Kafka's own {@code validateAll} repeats an unreadable value in its
 * message; here none is repeated, since a secret may stand under the wrong key by mistake.
 */
final class KeyCheck {

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{[^}]*:[^}]*}");

  private KeyCheck() {}

  /** The parsed value, null where there is none, with all its problems and recommended values. */
  static ConfigValue check(ConfigDef.ConfigKey key, Map<String, String> properties) {
    ConfigValue result = new ConfigValue(key.name);
    if (properties.containsKey(key.name)) {
      read(key, properties.get(key.name), result);
    } else if (key.hasDefault()) {
      result.value(key.defaultValue);
    } else {
      result.addErrorMessage(key.name + " is missing and has no default: set it.");
    }
    if (key.recommender != null) {
      result.recommendedValues(key.recommender.validValues(key.name, Map.of()));
    }
    return result;
  }

  private static void read(ConfigDef.ConfigKey key, String text, ConfigValue result) {
    if (text == null) {
      result.addErrorMessage(key.name + " is null: give it a value or leave it out.");
      return;
    }
    if (REFERENCE.matcher(text).find()) {
      result.addErrorMessage(
          key.name
              + " holds a reference that the worker did not resolve: declare its provider in"
              + " config.providers of the worker.");
      return;
    }
    try {
      result.value(ConfigDef.parseType(key.name, text, key.type));
    } catch (ConfigException e) {
      result.addErrorMessage(key.name + " cannot be read: give " + expected(key) + ".");
      return;
    }
    problems(key, result.value()).forEach(result::addErrorMessage);
  }

  private static List<String> problems(ConfigDef.ConfigKey key, Object value) {
    if (key.validator instanceof ValueCheck check) {
      return check.problems(key.name, value);
    }
    try {
      if (key.validator != null) {
        key.validator.ensureValid(key.name, value);
      }
      return List.of();
    } catch (ConfigException e) {
      return List.of(e.getMessage() + ".");
    }
  }

  private static String expected(ConfigDef.ConfigKey key) {
    return switch (key.type) {
      case BOOLEAN -> "true or false";
      case SHORT, INT, LONG -> "a whole number in " + key.validator;
      default -> "a value of type " + key.type;
    };
  }
}
