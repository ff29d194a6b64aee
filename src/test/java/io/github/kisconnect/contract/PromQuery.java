package io.github.kisconnect.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A PromQL expression, read as far as names go.
 *
 * @param text the expression; Grafana's variables may be in it
 */
record PromQuery(String text) {

  private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
  private static final Pattern SELECTOR = Pattern.compile("\\{[^}]*}");
  private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");
  private static final Pattern LABEL_LIST =
      Pattern.compile("\\b(?:by|without|on|ignoring)\\s*\\([^)]*\\)");
  private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*(?!\\w|\\s*\\()");
  private static final Pattern FUNCTION = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*\\s*\\(");
  private static final Set<String> KEYWORDS = Set.of("and", "or", "unless", "bool", "offset");
  private static final Pattern SELECTED =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)\\{((?:[^}\"]|\"(?:[^\"\\\\]|\\\\.)*\")*)}");
  private static final Pattern MATCHER =
      Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

  /** A condition on a label. */
  record LabelMatcher(String metric, String label, String operator, String value) {

    /** Whether a label of this value is what the condition speaks of, even to exclude it. */
    boolean speaksOf(String candidate) {
      return operator.endsWith("~")
          ? candidate.matches(value.replace("\\\\", "\\"))
          : candidate.equals(value);
    }
  }

  /** Every metric that the expression reads. */
  Set<String> metrics() {
    String rest = STRING.matcher(text).replaceAll("");
    rest = SELECTOR.matcher(rest).replaceAll(" ");
    rest = RANGE.matcher(rest).replaceAll(" ");
    rest = LABEL_LIST.matcher(rest).replaceAll(" ");
    rest = FUNCTION.matcher(rest).replaceAll("(");
    final Set<String> names = new TreeSet<>();
    final Matcher matcher = NAME.matcher(rest);
    while (matcher.find()) {
      if (!KEYWORDS.contains(matcher.group())) {
        names.add(matcher.group());
      }
    }
    return names;
  }

  /** Every condition on a label of a named metric. */
  List<LabelMatcher> conditions() {
    final List<LabelMatcher> conditions = new ArrayList<>();
    final Matcher selected = SELECTED.matcher(text);
    while (selected.find()) {
      final Matcher matcher = MATCHER.matcher(selected.group(2));
      while (matcher.find()) {
        conditions.add(
            new LabelMatcher(
                selected.group(1), matcher.group(1), matcher.group(2), matcher.group(3)));
      }
    }
    return conditions;
  }
}
