package io.github.kisconnect.consumers;

import io.github.kisconnect.quickstart.stack.AvroRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;

/** The latest expected execution and the holes, by ticker. One thread. */
final class PriceBoard {

  private final Map<String, GenericRecord> latest = new TreeMap<>();
  private final Map<String, Long> indications = new HashMap<>();
  private final Map<String, Map<Hole, Long>> holes = new HashMap<>();
  private long taken;

  /** Takes in a record of the topic; those of a ticker come in the order of the feed. */
  void trade(AvroRecord read) {
    latest.put(read.key(), read.value());
    indications.merge(read.key(), 1L, Long::sum);
    taken++;
  }

  /**
   * Takes in a record of the gap topic. A hole that was told without an end is told again with it:
   * the same ticker, reason and start are the same hole.
   */
  void gap(AvroRecord read) {
    GenericRecord gap = read.value();
    Hole hole = new Hole(gap.get("REASON").toString(), (Long) gap.get("FROM_MICROS"));
    long lost = gap.get("RECORDS_LOST") instanceof Long known ? known : 0;
    holes.computeIfAbsent(read.key(), ticker -> new HashMap<>()).merge(hole, lost, Long::sum);
    taken++;
  }

  /** A line for each ticker of which there is a price, in their order. */
  List<PriceLine> lines() {
    return latest.entrySet().stream().map(entry -> line(entry.getKey(), entry.getValue())).toList();
  }

  /** Number of records taken in. */
  long taken() {
    return taken;
  }

  private PriceLine line(String ticker, GenericRecord trade) {
    Map<Hole, Long> known = holes.getOrDefault(ticker, Map.of());
    long lost = known.values().stream().mapToLong(Long::longValue).sum();
    return PriceLine.of(ticker, trade, indications.get(ticker), known.size(), lost);
  }

  /** What makes a hole of a ticker itself. */
  private record Hole(String reason, long fromMicros) {}
}
