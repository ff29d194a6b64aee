package io.github.kisconnect.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef;

/**
 * The values of an enumeration as text: validates them regardless of case, recommends them, and
 * reads them back. Immutable.
 */
final class OneOf<E extends Enum<E>> implements ValueCheck, ConfigDef.Recommender {

  private final List<String> texts;
  private final Map<String, E> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  private OneOf(Class<E> type, UnaryOperator<String> spelling) {
    this.texts = Stream.of(type.getEnumConstants()).map(E::name).map(spelling).toList();
    for (E value : type.getEnumConstants()) {
      values.put(value.name(), value);
    }
  }

  /** The names of the constants in lower case. */
  static <E extends Enum<E>> OneOf<E> lowerCase(Class<E> type) {
    return new OneOf<>(type, name -> name.toLowerCase(Locale.ROOT));
  }

  /** The names of the constants as they are. */
  static <E extends Enum<E>> OneOf<E> asNamed(Class<E> type) {
    return new OneOf<>(type, UnaryOperator.identity());
  }

  /** The constant that a valid text stands for. */
  E read(String text) {
    return values.get(text);
  }

  @Override
  public List<String> problems(String name, Object value) {
    return values.containsKey((String) value)
        ? List.of()
        : List.of(name + " must be one of " + String.join(", ", texts) + ".");
  }

  @Override
  public List<Object> validValues(String name, Map<String, Object> parsedConfig) {
    return new ArrayList<>(texts);
  }

  @Override
  public boolean visible(String name, Map<String, Object> parsedConfig) {
    return true;
  }

  @Override
  public String toString() {
    return texts.toString();
  }
}
