package io.github.kisconnect.simulator;

import io.github.kisconnect.simulator.LedgerRecord.Outcome;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Every record that was published, and what became of it. Counts are complete; the records
 * themselves are kept up to a capacity, the oldest go first. Any thread.
 */
public final class Ledger {

  private final Changes changes;
  private final int capacity;
  private final Deque<LedgerRecord> records = new ArrayDeque<>();
  private final Map<String, Map<Outcome, Long>> counts = new TreeMap<>();

  Ledger(OptionalInt capacity, Changes changes) {
    this.changes = changes;
    this.capacity = capacity.orElse(Integer.MAX_VALUE);
  }

  /** All kept records, in the order of the wire per session. */
  public synchronized List<LedgerRecord> records() {
    return List.copyOf(records);
  }

  /** Removes and returns all kept records; the counts stay. */
  public synchronized List<LedgerRecord> take() {
    List<LedgerRecord> taken = List.copyOf(records);
    records.clear();
    return taken;
  }

  public List<LedgerRecord> records(Outcome outcome) {
    return records().stream().filter(entry -> entry.outcome() == outcome).toList();
  }

  /** How many records had an outcome, over all tickers. */
  public synchronized long count(Outcome outcome) {
    return counts.values().stream().mapToLong(each -> each.getOrDefault(outcome, 0L)).sum();
  }

  public synchronized long count(String ticker, Outcome outcome) {
    return counts.getOrDefault(ticker, Map.of()).getOrDefault(outcome, 0L);
  }

  /** By ticker, in alphabetical order; outcomes that did not occur are left out. */
  public synchronized Map<String, Map<Outcome, Long>> counts() {
    Map<String, Map<Outcome, Long>> copy = new TreeMap<>();
    counts.forEach((ticker, each) -> copy.put(ticker, Map.copyOf(each)));
    return copy;
  }

  void add(LedgerRecord entry) {
    enter(entry);
    changes.happened();
  }

  private synchronized void enter(LedgerRecord entry) {
    counts
        .computeIfAbsent(entry.ticker(), ticker -> new EnumMap<>(Outcome.class))
        .merge(entry.outcome(), 1L, Long::sum);
    if (capacity == 0) {
      return;
    }
    if (records.size() == capacity) {
      records.removeFirst();
    }
    records.addLast(entry);
  }
}
