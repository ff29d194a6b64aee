package io.github.kisconnect.quickstart;

import io.github.kisconnect.simulator.KisSimulator;
import io.github.kisconnect.simulator.KisSimulatorBuilder;
import io.github.kisconnect.simulator.LedgerRecord.Outcome;
import io.github.kisconnect.simulator.Rate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The simulator of KIS, in this JVM. */
final class SimulatedFeed implements Feed {

  private final KisSimulator simulator;
  private final boolean accountable;

  private SimulatedFeed(KisSimulator simulator, boolean accountable) {
    this.simulator = simulator;
    this.accountable = accountable;
  }

  /**
   * Starts the simulator; it publishes a ticker as soon as somebody registers it.
   *
   * @param rate records per second of each ticker
   * @param accountable whether to keep account of every record, which takes memory for ever
   */
  static SimulatedFeed start(double rate, boolean accountable) {
    KisSimulatorBuilder builder = KisSimulator.builder();
    if (!accountable) {
      builder.ledgerCapacity(0);
    }
    try {
      return new SimulatedFeed(builder.rate(Rate.perTicker(rate)).start(), accountable);
    } catch (IllegalArgumentException e) {
      throw new QuickstartException(e.getMessage(), e);
    }
  }

  @Override
  public String description() {
    return "the simulator of KIS, at " + simulator.webSocketUri();
  }

  @Override
  public Map<String, String> properties() {
    return Map.of(
        "rest.url",
        simulator.restUri().toString(),
        "ws.url",
        simulator.webSocketUri().toString(),
        "app.keys",
        KisSimulatorBuilder.DEMO_APP_KEY,
        "app.secrets",
        KisSimulatorBuilder.DEMO_APP_SECRET);
  }

  @Override
  public void stopPublishing() {
    simulator.rate(Rate.none());
  }

  @Override
  public Optional<List<Place>> sent() {
    if (!accountable) {
      return Optional.empty();
    }
    return Optional.of(
        simulator.ledger().records(Outcome.WRITTEN).stream()
            .map(entry -> new Place(entry.frame(), entry.index(), entry.ticker()))
            .toList());
  }

  @Override
  public void close() {
    simulator.close();
  }
}
