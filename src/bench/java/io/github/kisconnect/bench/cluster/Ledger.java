package io.github.kisconnect.bench.cluster;

import io.github.kisconnect.bench.journal.GapTopic;
import io.github.kisconnect.bench.journal.Hole;
import io.github.kisconnect.bench.journal.SentTimes;
import io.github.kisconnect.quickstart.stack.LocalStack;
import io.github.kisconnect.simulator.KisSimulator;
import io.github.kisconnect.simulator.LedgerRecord;
import io.github.kisconnect.simulator.Rate;
import io.github.kisconnect.soak.Account;
import io.github.kisconnect.soak.Balance;
import io.github.kisconnect.soak.ConnectorTopics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Keeps the account of what the simulator sent while other things happen. One thread. */
final class Ledger implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final KisSimulator simulator;
  private final InstantSource clock;
  private final Balance balance = new Balance();
  private final ConnectorTopics topics;
  private final GapTopic gaps;
  private final SentTimes sent = new SentTimes();

  Ledger(LocalStack stack, KisSimulator simulator, InstantSource clock) {
    this.simulator = simulator;
    this.clock = clock;
    this.topics =
        new ConnectorTopics(
            stack, Connector.TOPIC, Connector.GAP_TOPIC, Connector.MALFORMED_TOPIC, balance);
    this.gaps = new GapTopic(stack, Connector.GAP_TOPIC);
  }

  void readFor(Duration time) {
    Instant end = clock.instant().plus(time);
    while (clock.instant().isBefore(end)) {
      read();
    }
  }

  /**
   * Reads until something holds.
   *
   * @throws IllegalStateException when it does not in time
   */
  void readUntil(String what, BooleanSupplier condition, Duration limit) {
    Instant end = clock.instant().plus(limit);
    while (!condition.getAsBoolean()) {
      if (clock.instant().isAfter(end)) {
        throw new IllegalStateException(
            "Within %d s we did not see %s.".formatted(limit.toSeconds(), what));
      }
      read();
    }
  }

  /** Ends the load and gives the account when it balances, or as it is after a while. */
  Account settle() {
    simulator.rate(Rate.none());
    Instant end = clock.instant().plus(PATIENCE);
    Account account = read();
    while (!account.balances() && clock.instant().isBefore(end)) {
      account = read();
    }
    topics.drain();
    return balance.account();
  }

  /** The holes that were reported since the last call. */
  List<Hole> takeHoles() {
    return gaps.take();
  }

  /** What was sent so far. */
  SentTimes sent() {
    return sent;
  }

  @Override
  public void close() {
    gaps.close();
    topics.close();
  }

  private Account read() {
    topics.read();
    List<LedgerRecord> taken = simulator.ledger().take();
    sent.add(taken);
    balance.sent("simulator", taken);
    return balance.account();
  }
}
