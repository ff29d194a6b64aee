package io.github.kisconnect.simulator;

import io.github.kisconnect.simulator.LedgerRecord.Outcome;
import io.github.kisconnect.simulator.market.MarketRecord;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** The live sessions. Read by any thread, changed by the event loop. */
final class Sessions {

  private final List<SimulatedSession> live = new CopyOnWriteArrayList<>();
  private final Ledger ledger;
  private final InstantSource clock;
  private long opened;

  Sessions(Ledger ledger, InstantSource clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  long nextNumber() {
    return ++opened;
  }

  void add(SimulatedSession session) {
    live.add(session);
  }

  void remove(SimulatedSession session) {
    live.remove(session);
  }

  List<SimulatedSession> live() {
    return List.copyOf(live);
  }

  /** Every ticker that some live session has registered. */
  Set<String> tickers() {
    return live.stream()
        .flatMap(session -> session.tickers().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** One frame to each session that has any of the tickers; event loop only. */
  void publish(List<MarketRecord> records) {
    Set<String> reached = new LinkedHashSet<>();
    for (SimulatedSession session : live) {
      Set<String> registered = session.tickers();
      List<MarketRecord> share =
          records.stream().filter(each -> registered.contains(each.ticker())).toList();
      if (!share.isEmpty()) {
        session.send(share);
        reached.addAll(registered);
      }
    }
    records.stream().filter(each -> !reached.contains(each.ticker())).forEach(this::missed);
  }

  private void missed(MarketRecord each) {
    ledger.add(
        new LedgerRecord(
            Outcome.MISSED,
            "",
            0,
            0,
            each.ticker(),
            each.fields(),
            true,
            each.exchangeTime(),
            clock.instant()));
  }
}
