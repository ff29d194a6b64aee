package io.github.kisconnect.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.types.Password;

/** Comma-separated secrets. Messages name entries by position, never by value. */
final class SecretList implements ValueCheck {

  private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7E]+");

  private final boolean distinct;

  private SecretList(boolean distinct) {
    this.distinct = distinct;
  }

  /** Any secrets. */
  static SecretList any() {
    return new SecretList(false);
  }

  /** Secrets that must differ from each other. */
  static SecretList distinct() {
    return new SecretList(true);
  }

  /** The entries in order, trimmed; blank ones are kept. */
  static List<String> split(Password value) {
    return Arrays.stream(value.value().split(",", -1)).map(String::trim).toList();
  }

  @Override
  public List<String> problems(String name, Object value) {
    Password password = (Password) value;
    if (password.value().isBlank()) {
      return List.of(name + " is empty: list at least one entry.");
    }
    List<String> entries = split(password);
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      String entry = "Entry " + (i + 1) + " of " + name;
      int first = entries.indexOf(entries.get(i));
      if (entries.get(i).isEmpty()) {
        problems.add(entry + " is blank: remove the spare comma or fill the entry in.");
      } else if (!PRINTABLE.matcher(entries.get(i)).matches()) {
        problems.add(entry + " holds white space or other unprintable characters: copy it anew.");
      } else if (distinct && first < i) {
        problems.add(
            entry
                + " equals entry "
                + (first + 1)
                + ": give each app key once, as KIS allows it"
                + " one session only.");
      }
    }
    return problems;
  }

  /** Number of different entries that are not blank. */
  static int countDistinct(Password value) {
    return (int) split(value).stream().filter(entry -> !entry.isEmpty()).distinct().count();
  }

  @Override
  public String toString() {
    return distinct ? "comma-separated, each once" : "comma-separated";
  }
}
