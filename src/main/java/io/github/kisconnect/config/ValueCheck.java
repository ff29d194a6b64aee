package io.github.kisconnect.config;

import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/**
 * A validator that finds every problem of a value, not only the first. Accepts null, which stands
 * for a key without a value. {@code toString} describes what is valid.
 */
interface ValueCheck extends ConfigDef.Validator {

  /** One sentence per problem, each with the name of the key; never holds a secret. */
  List<String> problems(String name, Object value);

  @Override
  default void ensureValid(String name, Object value) {
    List<String> problems = value == null ? List.of() : problems(name, value);
    if (!problems.isEmpty()) {
      throw new ConfigException(String.join(" ", problems));
    }
  }
}
