package io.github.kisconnect.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.simulator.LedgerRecord.Outcome;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The ledger against what a client has read. */
class LedgerTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  @Test
  void tellsWhatIsRegisteredFromWhatIsMissed() {
    try (KisSimulator simulator = KisSimulator.builder().start();
        RawClient client = RawClient.connect(simulator)) {
      client.register(RestClient.approve(simulator), "005930");
      client.readCode();
      simulator.sendRecords("000660", 3);
      simulator.sendRecords("005930", 2);

      assertThat(client.readText()).startsWith("0|H0STANC0|002|005930^");
      assertThat(simulator.ledger().counts())
          .isEqualTo(
              Map.of("000660", Map.of(Outcome.MISSED, 3L), "005930", Map.of(Outcome.WRITTEN, 2L)));
    }
  }

  @Test
  void goesOnCountingWhenTheClientHasGone() {
    try (KisSimulator simulator = KisSimulator.builder().rate(Rate.perTicker(200)).start()) {
      try (RawClient client = RawClient.connect(simulator)) {
        client.register(RestClient.approve(simulator), "005930");
        awaitCount(simulator, Outcome.WRITTEN, 10);
        client.close(1000);
        simulator.await("Still there", () -> simulator.sessions().isEmpty(), SOON);
      }
      long written = simulator.ledger().count("005930", Outcome.WRITTEN);
      awaitCount(simulator, Outcome.MISSED, 10);

      assertThat(simulator.ledger().count("005930", Outcome.WRITTEN)).isEqualTo(written);
    }
  }

  @Test
  void holdsEachFieldOfEachFrame() {
    try (KisSimulator simulator =
            KisSimulator.builder().recordsPerFrame(5).tickersPerFrame(2).start();
        RawClient client = RawClient.connect(simulator)) {
      String approval = RestClient.approve(simulator);
      for (String ticker : List.of("005930", "000660", "0193T0")) {
        client.register(approval, ticker);
        client.readCode();
      }
      simulator.rate(Rate.total(1_000));
      awaitCount(simulator, Outcome.WRITTEN, 100);
      simulator.rate(Rate.none());
      List<LedgerRecord> ledger = simulator.ledger().records();

      int seen = 0;
      for (long frame = 1; seen < ledger.size(); frame++) {
        List<String> fields = List.of(client.readText().split("\\|", -1)[3].split("\\^", -1));
        for (int index = 0; index < fields.size() / 46; index++) {
          LedgerRecord entry = ledger.get(seen++);
          assertThat(entry.fields()).isEqualTo(fields.subList(index * 46, index * 46 + 46));
          assertThat(entry.frame()).isEqualTo(frame);
          assertThat(entry.index()).isEqualTo(index);
        }
      }
      assertThat(ledger).extracting(LedgerRecord::index).contains(0, 1, 2, 3, 4);
    }
  }

  @Test
  void keepsNoMoreRecordsThanAsked() {
    try (KisSimulator simulator = KisSimulator.builder().ledgerCapacity(3).start()) {
      simulator.sendRecords("005930", 10);

      assertThat(simulator.ledger().records()).hasSize(3);
      assertThat(simulator.ledger().count(Outcome.MISSED)).isEqualTo(10);
    }
  }

  @Test
  void isNotOfTheFuture() {
    try (KisSimulator simulator = KisSimulator.builder().start()) {
      assertThat(simulator.exchangeTime()).isBefore(LocalDateTime.now(ZoneId.of("Asia/Seoul")));
    }
  }

  private static void awaitCount(KisSimulator simulator, Outcome outcome, long count) {
    simulator.await(
        "Too few records were " + outcome, () -> simulator.ledger().count(outcome) > count, SOON);
  }
}
