package io.github.kisconnect.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;

/**
 * Finds every problem of a configuration in one go. Pure and offline, any thread; no sentence holds
 * a secret.
 */
public final class SourceConfigValidation {

  private SourceConfigValidation() {}

  /**
   * The value of every key with its problems and recommended values. Problems between keys are
   * attached to each of them; a key that looks like a misspelt one of ours is an entry of its own.
   */
  public static Config validate(Map<String, String> properties) {
    ConfigDef definition = KisSourceConfig.definition();
    Problems problems = check(definition, properties);
    UnknownKeys.check(properties, definition.names(), problems);
    return new Config(problems.values());
  }

  /**
   * Passes the properties on if they have no problem. Unknown keys are none here: they do no harm
   * to a connector that was accepted once.
   *
   * @throws ConfigException with every problem
   */
  static Map<String, String> requireValid(ConfigDef definition, Map<String, String> properties) {
    List<String> sentences = check(definition, properties).sentences();
    if (!sentences.isEmpty()) {
      throw new ConfigException("The configuration is invalid. " + String.join(" ", sentences));
    }
    return properties;
  }

  private static Problems check(ConfigDef definition, Map<String, String> properties) {
    Problems problems = new Problems();
    Map<String, Object> parsed = new HashMap<>();
    for (ConfigDef.ConfigKey key : definition.configKeys().values()) {
      ConfigValue value = KeyCheck.check(key, properties);
      problems.add(value);
      if (value.value() != null) {
        parsed.put(key.name, value.value());
      }
    }
    ParsedValues values = new ParsedValues(parsed);
    CrossFieldRules.check(values, problems);
    CapacityRule.check(properties, values, problems);
    return problems;
  }
}
