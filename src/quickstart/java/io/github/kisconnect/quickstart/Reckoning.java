package io.github.kisconnect.quickstart;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What was sent against what was read.
 *
 * @param missing sent and not read
 * @param unknown read and not sent
 * @param duplicates readings of a record that had been read before
 */
record Reckoning(long sent, long read, long missing, long unknown, long duplicates) {

  static Reckoning of(Collection<Place> sent, ReadLog log) {
    Map<Place, Integer> difference = new HashMap<>();
    sent.forEach(place -> difference.merge(place, 1, Integer::sum));
    log.places().forEach(place -> difference.merge(place, -1, Integer::sum));
    long missing = difference.values().stream().filter(n -> n > 0).mapToLong(n -> n).sum();
    long unknown = difference.values().stream().filter(n -> n < 0).mapToLong(n -> -n).sum();
    return new Reckoning(sent.size(), log.read(), missing, unknown, log.duplicates());
  }

  /** Whether there was something to read and all of it was read exactly once. */
  boolean isBalanced() {
    return sent > 0 && missing == 0 && unknown == 0 && duplicates == 0;
  }

  String sentence(Latencies latencies) {
    return String.format(
        Locale.ROOT,
        "%d records sent, %d read, %d missing, %d unknown, %d duplicates;"
            + " from socket to consumer p50 %s, p99 %s.",
        sent,
        read,
        missing,
        unknown,
        duplicates,
        millis(latencies.percentile(0.5)),
        millis(latencies.percentile(0.99)));
  }

  private static String millis(Duration latency) {
    return String.format(Locale.ROOT, "%.1f ms", latency.toNanos() / 1e6);
  }
}
