package io.github.kisconnect.bench.journal;

import io.github.kisconnect.simulator.LedgerRecord;
import io.github.kisconnect.simulator.LedgerRecord.Outcome;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** When the simulator sent records of a ticker to a session. One thread. */
public final class SentTimes {

  private final Map<String, NavigableSet<Instant>> times = new HashMap<>();

  /** Takes in entries of the simulator's ledger, of which those count that a socket took. */
  public void add(Collection<LedgerRecord> entries) {
    for (LedgerRecord entry : entries) {
      if (entry.outcome() == Outcome.WRITTEN) {
        times.computeIfAbsent(entry.ticker(), ticker -> new TreeSet<>()).add(entry.at());
      }
    }
  }

  /** When the last record of a ticker up to a time was sent. */
  public Optional<Instant> last(String ticker, Instant until) {
    return Optional.ofNullable(times.get(ticker)).map(sent -> sent.floor(until));
  }
}
