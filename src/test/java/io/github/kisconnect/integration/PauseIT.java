package io.github.kisconnect.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.quickstart.stack.AvroRecord;
import io.github.kisconnect.quickstart.stack.LocalStack;
import io.github.kisconnect.simulator.KisSimulator;
import io.github.kisconnect.simulator.SimulatorEvent.Kind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A connector that is paused for longer than its session is kept. */
@ExtendWith(SharedStack.class)
class PauseIT {

  private static final List<String> TICKERS = List.of("005930", "000660");

  @Test
  void freesTheAppKeyWhilePausedAndReportsTheHole(LocalStack stack) {
    try (KisSimulator simulator =
            KisSimulator.builder()
                .appKey("PS-long-pause", "dummy-secret")
                .occupiedAfterUncleanClose(Duration.ofMinutes(10))
                .start();
        ConnectorUnderTest connector =
            new ConnectorUnderTest(stack, "long-pause", simulator)
                .credentials("PS-long-pause", "dummy-secret")
                .tickers(TICKERS)
                .with("poll.pause.close.ms", "8000")) {
      connector.run(1);
      simulator.awaitSubscribed(TICKERS, ConnectorUnderTest.DEADLINE);
      simulator.sendRecords("005930", 1);
      connector.read(connector.topic(), 1);

      connector.rest().pause(connector.name());
      connector.rest().awaitState(connector.name(), "PAUSED", 1);
      simulator.sendRecords("005930", 5);
      simulator.await(
          "The session was not closed",
          () -> simulator.sessions().isEmpty(),
          ConnectorUnderTest.DEADLINE);
      connector.rest().resume(connector.name());
      connector.rest().awaitRunning(connector.name(), 1);
      simulator.awaitSubscribed(TICKERS, ConnectorUnderTest.DEADLINE);
      TICKERS.forEach(ticker -> simulator.sendRecords(ticker, 1));

      final List<AvroRecord> records = connector.read(connector.topic(), 8);
      Feed.assertDelivered(simulator, records);
      final List<AvroRecord> gaps = connector.read(connector.gapTopic(), 2);
      assertThat(gaps).extracting(AvroRecord::key).containsExactlyInAnyOrderElementsOf(TICKERS);
      assertThat(gaps)
          .allSatisfy(
              gap -> {
                assertThat(gap.value().get("REASON")).hasToString("PAUSE");
                assertThat((Long) gap.value().get("FROM_MICROS"))
                    .isLessThan((Long) gap.value().get("TO_MICROS"));
              });
      assertThat(simulator.journal().events(Kind.REFUSED)).isEmpty();
      assertThat(simulator.journal().events(Kind.CLOSED_UNCLEANLY)).isEmpty();
    }
  }
}
