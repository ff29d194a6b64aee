package io.github.kisconnect.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.common.config.types.Password;

/**
 * Whether the sessions can carry all tickers. One app key is one session is one task, so sessions
 * are the least of app keys, {@code tasks.max} and tickers.
 */
final class CapacityRule {

  private static final String TASKS_MAX = "tasks.max";
  private static final int TASKS_MAX_DEFAULT = 1;

  private CapacityRule() {}

  static void check(Map<String, String> properties, ParsedValues values, Problems problems) {
    Optional<Integer> limit =
        values
            .get(FeedOptions.MAX_SUBSCRIPTIONS, Integer.class)
            .filter(most -> most >= 1 && most <= FeedOptions.MOST_SUBSCRIPTIONS);
    int tickers = values.get(FeedOptions.TICKERS, List.class).map(CapacityRule::count).orElse(0);
    Optional<Integer> appKeys =
        values
            .get(CredentialOptions.APP_KEYS, Password.class)
            .map(SecretList::countDistinct)
            .filter(count -> count > 0);
    if (limit.isPresent() && appKeys.isPresent()) {
      compare(tickers, limit.get(), appKeys.get(), tasksMax(properties), problems);
    }
  }

  private static void compare(
      int tickers, int limit, int appKeys, Optional<Integer> tasksMax, Problems problems) {
    int needed = (tickers + limit - 1) / limit;
    int tasks = tasksMax.orElse(needed);
    int sessions = Math.min(appKeys, tasks);
    if (sessions >= needed) {
      return;
    }
    List<String> remedies = new ArrayList<>();
    if (appKeys < needed) {
      remedies.add(
          "add %d more to the %d of %s"
              .formatted(needed - appKeys, appKeys, CredentialOptions.APP_KEYS));
    }
    if (tasks < needed) {
      remedies.add("raise %s from %d to %d".formatted(TASKS_MAX, tasks, needed));
    }
    String sentence =
        ("%s names %d tickers, which need %d sessions at %s=%d, but there can be only %d: %s,"
                + " or take %d out of %s.")
            .formatted(
                FeedOptions.TICKERS,
                tickers,
                needed,
                FeedOptions.MAX_SUBSCRIPTIONS,
                limit,
                sessions,
                String.join(" and ", remedies),
                tickers - sessions * limit,
                FeedOptions.TICKERS);
    problems.report(sentence, FeedOptions.TICKERS, CredentialOptions.APP_KEYS);
    // This value replaces the worker's own, so it is given only where the worker finds no fault.
    tasksMax.ifPresent(
        most -> {
          ConfigValue value = new ConfigValue(TASKS_MAX);
          value.value(most);
          problems.add(value);
          problems.report(sentence, TASKS_MAX);
        });
  }

  private static int count(List<?> entries) {
    return (int)
        entries.stream().map(Object::toString).filter(entry -> !entry.isBlank()).distinct().count();
  }

  /** Connect's own key; absent where Connect itself will refuse it. */
  private static Optional<Integer> tasksMax(Map<String, String> properties) {
    if (!properties.containsKey(TASKS_MAX)) {
      return Optional.of(TASKS_MAX_DEFAULT);
    }
    try {
      return Optional.of(Integer.parseInt(String.valueOf(properties.get(TASKS_MAX)).trim()))
          .filter(most -> most >= 1);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
