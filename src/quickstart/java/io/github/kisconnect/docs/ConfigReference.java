package io.github.kisconnect.docs;

import io.github.kisconnect.config.KisSourceConfig;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef;

/** Prints the configuration as Markdown, one table per group, in the order of the definition. */
public final class ConfigReference {

  private static final String HEADER =
      """
      | Key | Type | Default | Valid values | Importance | Description |
      |---|---|---|---|---|---|
      """;

  private ConfigReference() {}

  /** Prints the reference to standard output. */
  public static void main(String[] arguments) {
    System.out.print(markdown(KisSourceConfig.definition()));
  }

  /** The reference, with {@code \n} at the end of each line. */
  public static String markdown(ConfigDef definition) {
    return definition.groups().stream()
        .map(group -> "### " + group + "\n\n" + HEADER + rows(definition, group))
        .collect(Collectors.joining("\n"));
  }

  private static String rows(ConfigDef definition, String group) {
    return definition.configKeys().values().stream()
        .filter(key -> group.equals(key.group))
        .sorted(Comparator.comparingInt(key -> key.orderInGroup))
        .map(ConfigReference::row)
        .collect(Collectors.joining());
  }

  private static String row(ConfigDef.ConfigKey key) {
    return Stream.of(
            code(key.name),
            lowerCase(key.type),
            defaultValue(key),
            validValues(key),
            lowerCase(key.importance),
            key.documentation)
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String defaultValue(ConfigDef.ConfigKey key) {
    if (!key.hasDefault()) {
      return "required";
    }
    return key.defaultValue == null
        ? "none"
        : code(ConfigDef.convertToString(key.defaultValue, key.type));
  }

  private static String validValues(ConfigDef.ConfigKey key) {
    if (key.type == ConfigDef.Type.BOOLEAN) {
      return validValues(List.of("true", "false"));
    }
    if (key.recommender != null) {
      return validValues(key.recommender.validValues(key.name, Map.of()));
    }
    return key.validator == null ? "any" : key.validator.toString();
  }

  private static String validValues(List<?> values) {
    return values.stream().map(value -> code(value.toString())).collect(Collectors.joining(", "));
  }

  private static String code(String text) {
    return "`" + text + "`";
  }

  private static String lowerCase(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
