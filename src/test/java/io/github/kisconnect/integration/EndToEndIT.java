package io.github.kisconnect.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.quickstart.stack.AvroRecord;
import io.github.kisconnect.quickstart.stack.LocalStack;
import io.github.kisconnect.simulator.KisSimulator;
import io.github.kisconnect.simulator.LedgerRecord.Outcome;
import io.github.kisconnect.simulator.Rate;
import io.github.kisconnect.simulator.SimulatedSession;
import io.github.kisconnect.simulator.SimulatorEvent;
import io.github.kisconnect.simulator.SimulatorEvent.Kind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From the simulator's socket through worker and broker to an Avro consumer. */
@ExtendWith(SharedStack.class)
class EndToEndIT {

  private static final List<String> TICKERS =
      List.of("005930", "000660", "035420", "Q500001", "0193T0");

  @Test
  void deliversEveryRecordOfTheFeedFieldByField(LocalStack stack) {
    try (KisSimulator simulator =
            KisSimulator.builder()
                .appKey("PS-first", "secret-first")
                .appKey("PS-second", "secret-second")
                .recordsPerFrame(20)
                .start();
        ConnectorUnderTest connector =
            new ConnectorUnderTest(stack, "end-to-end", simulator)
                .credentials("PS-first,PS-second", "secret-first,secret-second")
                .tickers(TICKERS)
                .with("tasks.max", "4")) {
      connector.run(2);
      simulator.awaitSubscribed(TICKERS, ConnectorUnderTest.DEADLINE);
      assertThat(simulator.sessions())
          .extracting(session -> session.tickers().size())
          .containsExactlyInAnyOrder(3, 2);

      registerSchema(simulator, connector);
      simulator.rate(Rate.total(1000));
      Feed.awaitSent(simulator, 3000);
      final int sent = Feed.stop(simulator);

      Feed.assertDelivered(simulator, connector.read(connector.topic(), sent));
    }
  }

  /** The tests' registry refuses one of two registrations at the same moment, so one goes first. */
  private static void registerSchema(KisSimulator simulator, ConnectorUnderTest connector) {
    simulator.sendRecords(TICKERS.get(0), 1);
    connector.read(connector.topic(), 1);
  }

  @Test
  void handsOverWhatCameWhilePaused(LocalStack stack) {
    try (KisSimulator simulator = KisSimulator.builder().appKey("PS-pause", "secret").start();
        ConnectorUnderTest connector =
            new ConnectorUnderTest(stack, "pause", simulator)
                .credentials("PS-pause", "secret")
                .tickers(TICKERS)) {
      connector.run(1);
      simulator.awaitSubscribed(TICKERS, ConnectorUnderTest.DEADLINE);

      connector.rest().pause("pause");
      connector.rest().awaitState("pause", "PAUSED", 1);
      TICKERS.forEach(ticker -> simulator.sendRecords(ticker, 10));
      connector.rest().resume("pause");
      connector.rest().awaitRunning("pause", 1);

      Feed.assertDelivered(simulator, connector.read(connector.topic(), 50));
      assertThat(simulator.journal().events(Kind.SESSION_OPENED)).hasSize(1);
    }
  }

  @Test
  void subscribesAnAddedTickerAndReportsTheHoleOfTheOthers(LocalStack stack) {
    try (KisSimulator simulator = KisSimulator.builder().appKey("PS-add", "secret").start();
        ConnectorUnderTest connector =
            new ConnectorUnderTest(stack, "add", simulator)
                .credentials("PS-add", "secret")
                .tickers(List.of("005930"))) {
      connector.run(1);
      final SimulatedSession first = simulator.awaitSession(ConnectorUnderTest.DEADLINE);
      simulator.awaitSubscribed(List.of("005930"), ConnectorUnderTest.DEADLINE);
      simulator.sendRecords("005930", 5);
      final List<AvroRecord> before = connector.read(connector.topic(), 5);

      connector.tickers(List.of("005930", "000660")).run(1);
      simulator.awaitSessionAfter(first, ConnectorUnderTest.DEADLINE);
      simulator.awaitSubscribed(List.of("005930", "000660"), ConnectorUnderTest.DEADLINE);
      simulator.sendRecords("005930", 5);
      simulator.sendRecords("000660", 5);

      Feed.assertDelivered(simulator, connector.read(connector.topic(), 15));
      final List<AvroRecord> gaps = connector.read(connector.gapTopic(), 1);
      assertThat(gaps).extracting(AvroRecord::key).containsExactly("005930");
      assertThat(gaps.get(0).value().get("REASON")).hasToString("RESTART");
      assertThat((Long) gaps.get(0).value().get("FROM_MICROS"))
          .isLessThanOrEqualTo(before.get(4).longHeader("kis.received.at"));
    }
  }

  @Test
  void freesTheAppKeyWheneverATaskStops(LocalStack stack) {
    try (KisSimulator simulator =
        KisSimulator.builder()
            .appKey("PS-free", "secret")
            .occupiedAfterUncleanClose(Duration.ofMinutes(10))
            .start()) {
      try (ConnectorUnderTest connector =
          new ConnectorUnderTest(stack, "free", simulator)
              .credentials("PS-free", "secret")
              .tickers(TICKERS)) {
        connector.run(1);
        SimulatedSession session = simulator.awaitSession(ConnectorUnderTest.DEADLINE);
        for (int restart = 0; restart < 3; restart++) {
          simulator.awaitSubscribed(TICKERS, ConnectorUnderTest.DEADLINE);
          connector.rest().restart("free");
          session = simulator.awaitSessionAfter(session, ConnectorUnderTest.DEADLINE);
        }
        simulator.awaitSubscribed(TICKERS, ConnectorUnderTest.DEADLINE);
      }
      simulator.await(
          "The last session was not closed",
          () -> simulator.sessions().isEmpty(),
          ConnectorUnderTest.DEADLINE);
      assertThat(simulator.journal().events(Kind.CLOSED_UNCLEANLY)).isEmpty();
      assertThat(simulator.journal().events(Kind.REFUSED)).isEmpty();
      assertThat(simulator.journal().events(Kind.CLOSED_CLEANLY)).hasSize(4);
    }
  }

  @Test
  void resubscribesAndReportsTheHoleAfterADrop(LocalStack stack) {
    try (KisSimulator simulator =
            KisSimulator.builder()
                .appKey("PS-drop", "secret")
                .occupiedAfterUncleanClose(Duration.ZERO)
                .start();
        ConnectorUnderTest connector =
            new ConnectorUnderTest(stack, "drop", simulator)
                .credentials("PS-drop", "secret")
                .tickers(TICKERS)) {
      connector.run(1);
      final SimulatedSession first = simulator.awaitSession(ConnectorUnderTest.DEADLINE);
      simulator.awaitSubscribed(TICKERS, ConnectorUnderTest.DEADLINE);
      TICKERS.forEach(ticker -> simulator.sendRecords(ticker, 2));
      connector.read(connector.topic(), 10);

      first.drop();
      simulator.awaitSessionAfter(first, ConnectorUnderTest.DEADLINE);
      simulator.awaitSubscribed(TICKERS, ConnectorUnderTest.DEADLINE);
      TICKERS.forEach(ticker -> simulator.sendRecords(ticker, 2));

      assertThat(simulator.ledger().count(Outcome.WRITTEN)).isEqualTo(20);
      Feed.assertDelivered(simulator, connector.read(connector.topic(), 20));
      final List<AvroRecord> gaps = connector.read(connector.gapTopic(), TICKERS.size());
      assertThat(gaps).extracting(AvroRecord::key).containsExactlyInAnyOrderElementsOf(TICKERS);
      assertThat(gaps)
          .allSatisfy(gap -> assertThat(gap.value().get("REASON")).hasToString("DISCONNECT"));
      assertThat(simulator.journal().events(Kind.SESSION_OPENED))
          .extracting(SimulatorEvent::session)
          .hasSize(2);
    }
  }
}
