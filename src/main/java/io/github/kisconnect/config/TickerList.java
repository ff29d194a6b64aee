package io.github.kisconnect.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A list of KIS short codes, each once. A wrong entry is repeated in a message only if it is too
 * short for an app key or secret that was put here by mistake; else its position is named.
 */
final class TickerList implements ValueCheck {

  private static final Pattern TICKER = Pattern.compile("[0-9A-Z]{6,9}");
  private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7E]{1,12}");
  private static final int MOST_NAMED = 10;

  @Override
  public List<String> problems(String name, Object value) {
    List<?> entries = (List<?>) value;
    if (entries.isEmpty()) {
      return List.of(name + " is empty: list at least one ticker.");
    }
    List<String> blank = new ArrayList<>();
    List<String> lowerCase = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Set<String> repeated = new LinkedHashSet<>();
    for (int i = 0; i < entries.size(); i++) {
      String entry = entries.get(i).toString().trim();
      String upperCase = entry.toUpperCase(Locale.ROOT);
      if (entry.isEmpty()) {
        blank.add(Integer.toString(i + 1));
      } else if (TICKER.matcher(entry).matches()) {
        if (!seen.add(entry)) {
          repeated.add(entry);
        }
      } else if (TICKER.matcher(upperCase).matches()) {
        lowerCase.add(upperCase + " instead of " + entry);
      } else {
        wrong.add(PRINTABLE.matcher(entry).matches() ? entry : "number " + (i + 1));
      }
    }
    List<String> problems = new ArrayList<>();
    report(problems, name + " has blank entries at position %s: remove the spare commas.", blank);
    report(problems, name + " holds tickers in lower case: write %s.", lowerCase);
    report(
        problems,
        name
            + " holds entries that are no tickers: %s. A ticker has 6 to 9 characters, 0-9 or A-Z.",
        wrong);
    report(
        problems,
        name + " names tickers more than once: %s. Keep one of each.",
        new ArrayList<>(repeated));
    return problems;
  }

  private static void report(List<String> problems, String sentence, List<String> culprits) {
    if (culprits.isEmpty()) {
      return;
    }
    List<String> named = culprits.subList(0, Math.min(MOST_NAMED, culprits.size()));
    String more =
        culprits.size() > MOST_NAMED ? " and " + (culprits.size() - MOST_NAMED) + " more" : "";
    problems.add(sentence.formatted(String.join(", ", named) + more));
  }

  @Override
  public String toString() {
    return "tickers of 6 to 9 characters 0-9 or A-Z, each once";
  }
}
