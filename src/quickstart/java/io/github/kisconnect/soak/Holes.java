package io.github.kisconnect.soak;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;

/** The intervals that the gap topic declares incomplete, by ticker. One thread. */
final class Holes {

  private final Map<String, List<Hole>> byTicker = new HashMap<>();

  /**
   * Takes in one record of the gap topic. A later hole of the same ticker, reason and start gives
   * the end that an earlier one had not.
   */
  void add(GenericRecord gap) {
    Hole hole =
        new Hole(
            gap.get("REASON").toString(),
            (Long) gap.get("FROM_MICROS"),
            gap.get("TO_MICROS") instanceof Long to ? to : Long.MAX_VALUE,
            gap.get("RECORDS_LOST") instanceof Long lost
                ? OptionalLong.of(lost)
                : OptionalLong.empty());
    List<Hole> holes =
        byTicker.computeIfAbsent(gap.get("MKSC_SHRN_ISCD").toString(), ticker -> new ArrayList<>());
    holes.removeIf(hole::closes);
    holes.add(hole);
  }

  /**
   * Whether a record may be missing.
   *
   * @param fromMicros earliest time at which it may have been received, microseconds since the
   *     epoch
   * @param toMicros latest such time
   */
  boolean cover(String ticker, long fromMicros, long toMicros) {
    return byTicker.getOrDefault(ticker, List.of()).stream()
        .anyMatch(hole -> hole.from <= toMicros && fromMicros <= hole.to);
  }

  /** Records lost by a reason, over all tickers, where the holes tell their number. */
  long lost(String reason) {
    return byTicker.values().stream()
        .flatMap(List::stream)
        .filter(hole -> hole.reason.equals(reason))
        .mapToLong(hole -> hole.lost.orElse(0))
        .sum();
  }

  /** How many holes there are of each reason. */
  Map<String, Integer> byReason() {
    Map<String, Integer> counts = new TreeMap<>();
    byTicker.values().stream()
        .flatMap(List::stream)
        .forEach(hole -> counts.merge(hole.reason, 1, Integer::sum));
    return counts;
  }

  /** Both ends are inclusive. */
  private record Hole(String reason, long from, long to, OptionalLong lost) {

    boolean closes(Hole earlier) {
      return earlier.to == Long.MAX_VALUE && earlier.from == from && earlier.reason.equals(reason);
    }
  }
}
