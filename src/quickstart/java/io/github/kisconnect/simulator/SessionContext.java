package io.github.kisconnect.simulator;

import io.github.kisconnect.simulator.market.Market;
import java.time.Duration;

/** What every session of one simulator shares. */
record SessionContext(
    Settings settings,
    AppKeys appKeys,
    FaultPlan faults,
    Sessions sessions,
    Market market,
    Ledger ledger,
    Journal journal) {

  /** How long after a fatal answer the real server hangs up. */
  static final Duration HANG_UP_DELAY = Duration.ofMillis(100);
}
