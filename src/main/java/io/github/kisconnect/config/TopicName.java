package io.github.kisconnect.config;

import java.util.List;
import java.util.regex.Pattern;

/** A topic name that a broker accepts. */
final class TopicName implements ValueCheck {

  private static final Pattern LEGAL = Pattern.compile("(?!\\.{1,2}$)[a-zA-Z0-9._-]{1,249}");

  @Override
  public List<String> problems(String name, Object value) {
    return LEGAL.matcher((String) value).matches()
        ? List.of()
        : List.of(
            name
                + " is no legal topic name: use 1 to 249 characters out of letters, digits, '.',"
                + " '_' and '-', but not '.' or '..' alone.");
  }

  @Override
  public String toString() {
    return "a legal topic name";
  }
}
