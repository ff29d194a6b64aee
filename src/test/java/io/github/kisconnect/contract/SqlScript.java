package io.github.kisconnect.contract;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A script of ksqlDB or Flink SQL as far as names go: which it declares and which it uses. Knows
 * comments, texts and identifiers, but no grammar.
 *
 * @param words identifiers and the signs that tell what they are, in their order
 */
record SqlScript(List<String> words) {

  private static final Pattern NOISE = Pattern.compile("--[^\n]*|'[^']*'|IF NOT EXISTS");
  private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*|=>|[(),;<>]");
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_]\\w*");

  /** Words of the languages; a function is told by its parenthesis. */
  private static final Set<String> KEYWORDS =
      words(
          "ALL AND AS ASC BETWEEN BIGINT BY BYTES CASE CHANGES CREATE DATE DECIMAL DESC ELSE EMIT END"
              + " EXISTS FOR FROM GROUP HOUR IF IN INT IS JOIN KEY LEFT LIKE LIMIT MAP METADATA MINUTE NOT"
              + " NULL ON OR ORDER OVER PARTITION SECOND SELECT SET STREAM STRING TABLE TEMPORARY THEN"
              + " TIME VARCHAR VIEW VIRTUAL WHEN WHERE WITH KAFKA_TOPIC VALUE_FORMAT KEY_FORMAT");

  static SqlScript parse(String text) {
    return new SqlScript(
        WORD.matcher(NOISE.matcher(text).replaceAll(" "))
            .results()
            .map(MatchResult::group)
            .toList());
  }

  /** Every name that stands for a column, a table or an argument of a lambda. */
  Set<String> used() {
    final Set<String> used = new HashSet<>();
    for (int at = 0; at < words.size(); at++) {
      if (isName(at) && !word(at + 1).equals("(")) {
        used.add(words.get(at));
      }
    }
    return used;
  }

  /** The names that the script gives: to tables, to what it selects, to arguments of lambdas. */
  Set<String> declared() {
    final Set<String> declared = new HashSet<>();
    for (int at = 0; at < words.size(); at++) {
      switch (words.get(at)) {
        case "AS", "TABLE", "STREAM", "VIEW" -> declared.add(word(at + 1));
        case "FROM", "JOIN" -> declared.add(isName(at + 2) ? word(at + 2) : "");
        case "=>" -> declared.addAll(arguments(at));
        default -> {}
      }
    }
    declared.retainAll(used());
    return declared;
  }

  /** The columns, with the first word of their type, that a {@code CREATE} lists, by its table. */
  Map<String, Map<String, String>> columns() {
    final Map<String, Map<String, String>> columns = new LinkedHashMap<>();
    for (int at = 0; at < words.size() - 2; at++) {
      final boolean creation = word(at).equals("TABLE") || word(at).equals("STREAM");
      if (creation && word(at + 2).equals("(")) {
        columns.put(word(at + 1), list(at + 3));
      }
    }
    return columns;
  }

  private Map<String, String> list(int from) {
    final Map<String, String> list = new LinkedHashMap<>();
    int depth = 0;
    for (int at = from; depth >= 0; at++) {
      if (depth == 0 && (at == from || word(at - 1).equals(","))) {
        list.put(word(at), word(at + 1));
      }
      depth += nesting(word(at));
    }
    return list;
  }

  private static int nesting(String word) {
    return switch (word) {
      case "(", "<" -> 1;
      case ")", ">" -> -1;
      default -> 0;
    };
  }

  private Set<String> arguments(int arrow) {
    if (!word(arrow - 1).equals(")")) {
      return Set.of(word(arrow - 1));
    }
    final int open = words.subList(0, arrow).lastIndexOf("(");
    return Set.copyOf(
        words.subList(open, arrow).stream().filter(IDENTIFIER.asMatchPredicate()).toList());
  }

  private boolean isName(int at) {
    return IDENTIFIER.matcher(word(at)).matches()
        && !KEYWORDS.contains(word(at).toUpperCase(Locale.ROOT));
  }

  private String word(int at) {
    return at < words.size() ? words.get(at) : "";
  }

  private static Set<String> words(String text) {
    return Stream.of(text.split(" ")).collect(Collectors.toUnmodifiableSet());
  }
}
