package io.github.kisconnect.config;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds keys that look like ours but are none: those with one of our prefixes, and those that are
 * nearly spelt like one of ours. Keys of Connect and of other plugins are left alone.
 */
final class UnknownKeys {

  private static final List<String> PREFIXES =
      List.of(
          "kis.",
          "queue.",
          "poll.",
          "subscribe.",
          "reconnect.",
          "liveness.",
          "decimal.",
          "malformed.",
          "gap.",
          "validate.");

  /** Shorter keys resemble those of others by chance. */
  private static final int SHORTEST_RESEMBLED = 9;

  private UnknownKeys() {}

  static void check(Map<String, String> properties, Set<String> known, Problems problems) {
    for (String key : new TreeSet<>(properties.keySet())) {
      if (KisTaskConfig.INTERNAL_KEYS.contains(key)) {
        problems.report(key + " is set by the connector itself: remove it.", key);
      } else if (!known.contains(key)) {
        suspicion(key, known).ifPresent(sentence -> problems.report(sentence, key));
      }
    }
  }

  private static Optional<String> suspicion(String key, Set<String> known) {
    String spelling = key.toLowerCase(Locale.ROOT);
    Optional<String> prefix = PREFIXES.stream().filter(spelling::startsWith).findFirst();
    Optional<String> nearest =
        known.stream()
            .filter(name -> prefix.isPresent() || name.length() >= SHORTEST_RESEMBLED)
            .filter(name -> resembles(spelling, name, prefix.isPresent() ? name.length() / 3 : 2))
            .min(Comparator.comparingInt(name -> EditDistance.between(spelling, name)));
    return nearest
        .map(name -> key + " is not a key of this connector: did you mean " + name + "?")
        .or(
            () ->
                prefix.map(ours -> key + " is not a key of this connector: " + list(ours, known)));
  }

  private static boolean resembles(String spelling, String name, int tolerance) {
    return Math.abs(spelling.length() - name.length()) <= tolerance
        && EditDistance.between(spelling, name) <= tolerance;
  }

  private static String list(String prefix, Set<String> known) {
    return known.stream()
        .filter(name -> name.startsWith(prefix))
        .sorted()
        .collect(Collectors.joining(", ", "remove it, or use one of ", "."));
  }
}
