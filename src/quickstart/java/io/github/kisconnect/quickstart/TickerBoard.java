package io.github.kisconnect.quickstart;

import io.github.kisconnect.quickstart.stack.AvroRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** What has been read, by ticker: the latest record, counts and latencies. One thread. */
final class TickerBoard {

  private final Map<String, TickerRow> rows = new TreeMap<>();
  private final Map<String, Long> counts = new TreeMap<>();
  private final Latencies latencies = new Latencies();
  private long total;

  /** Takes in a record that was read at this instant. */
  void add(AvroRecord read, Instant now) {
    Instant received = Instant.EPOCH.plus(read.longHeader("kis.received.at"), ChronoUnit.MICROS);
    Duration latency = Duration.between(received, now);
    latencies.add(latency);
    total++;
    long count = counts.merge(read.key(), 1L, Long::sum);
    rows.put(read.key(), TickerRow.of(read, count, latency));
  }

  /** The rows in the order of the tickers. */
  Collection<TickerRow> rows() {
    return rows.values();
  }

  Latencies latencies() {
    return latencies;
  }

  /** Number of all records. */
  long total() {
    return total;
  }
}
