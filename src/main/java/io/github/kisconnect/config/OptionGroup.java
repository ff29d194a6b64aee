package io.github.kisconnect.config;

import java.util.List;
import org.apache.kafka.common.config.ConfigDef;

/** Defines the keys of one group, in the order in which a user interface is to show them. */
final class OptionGroup {

  private final ConfigDef definition;
  private final String name;
  private int order;

  OptionGroup(ConfigDef definition, String name) {
    this.definition = definition;
    this.name = name;
  }

  /** Adds the next key. A validator that can also recommend values becomes the recommender. */
  OptionGroup add(
      String key,
      ConfigDef.Type type,
      Object defaultValue,
      ConfigDef.Validator validator,
      ConfigDef.Importance importance,
      ConfigDef.Width width,
      String displayName,
      String documentation) {
    ConfigDef.Recommender recommender =
        validator instanceof ConfigDef.Recommender values ? values : null;
    order++;
    definition.define(
        key,
        type,
        defaultValue,
        validator,
        importance,
        documentation,
        name,
        order,
        width,
        displayName,
        List.of(),
        recommender);
    return this;
  }
}
