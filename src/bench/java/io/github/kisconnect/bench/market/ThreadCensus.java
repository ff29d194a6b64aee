package io.github.kisconnect.bench.market;

import io.github.kisconnect.bench.figure.Figures;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The threads of a worker by what they are for, which their names tell. Immutable. */
record ThreadCensus(Map<String, Long> counts) {

  private static final Map<String, String> PURPOSES =
      Map.of(
          "kis-io", "connections (kis-io)",
          "kis-session", "sessions (kis-session)",
          "kis-timer", "timer (kis-timer)",
          "task-thread", "Connect's task threads",
          "kafka-producer-network-thread | connector-producer", "producers of tasks",
          "kafka-admin-client-thread | connector-adminclient", "admin clients of tasks");

  private static final String OTHERS = "all others";

  ThreadCensus {
    counts = Map.copyOf(counts);
  }

  /** Counts threads by their names. */
  static ThreadCensus of(List<String> names) {
    return new ThreadCensus(
        names.stream()
            .map(ThreadCensus::purpose)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));
  }

  /** Reports what a further task costs in threads, by purpose, and how many there are in all. */
  static void report(
      Figures figures, ThreadCensus bare, ThreadCensus one, ThreadCensus all, int tasks) {
    figures.count("threads without a connector", bare.total());
    figures.count("threads with 1 task", one.total());
    figures.count("threads with %d tasks".formatted(tasks), all.total());
    Map<String, Long> purposes = new TreeMap<>(all.counts);
    purposes.forEach(
        (purpose, count) -> {
          double each = (double) (count - one.counts.getOrDefault(purpose, 0L)) / (tasks - 1);
          if (each != 0) {
            figures.add("threads per further task: " + purpose, each, "");
          }
        });
  }

  private long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static String purpose(String name) {
    return PURPOSES.entrySet().stream()
        .filter(entry -> name.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(OTHERS);
  }
}
