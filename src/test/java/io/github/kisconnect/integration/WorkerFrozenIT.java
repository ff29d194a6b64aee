package io.github.kisconnect.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.quickstart.stack.LocalStack;
import io.github.kisconnect.simulator.LedgerRecord.Outcome;
import io.github.kisconnect.simulator.SimulatedSession;
import io.github.kisconnect.soak.Account;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** The worker's process stands still, as in a paused container, while the server goes on. */
@ExtendWith(SharedStack.class)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no signals")
class WorkerFrozenIT {

  @Test
  void reportsWhatWasSentAfterTheSessionHadEndedUnseen(LocalStack stack) throws Exception {
    try (Trial trial = new Trial(stack, "frozen").start()) {
      final SimulatedSession before = trial.simulator().awaitSession(Trial.DEADLINE);
      final Instant dropped;
      signal(stack, "-STOP");
      try {
        trial.awaitLoad(3 * Trial.LOAD);
        dropped = Instant.now();
        before.drop();
        trial
            .simulator()
            .await(
                "No records were missed",
                () -> trial.simulator().ledger().count(Outcome.MISSED) >= 5 * Trial.LOAD,
                Trial.DEADLINE);
      } finally {
        signal(stack, "-CONT");
      }
      trial.simulator().awaitSessionAfter(before, Trial.DEADLINE);
      trial.simulator().awaitSubscribed(trial.tickers(), Trial.DEADLINE);
      trial.awaitLoad();

      final Account account = trial.assertBalanced();
      assertThat(account.holes()).isEqualTo(Map.of("DISCONNECT", trial.tickers().size()));
      final ConnectorUnderTest connector = trial.connector();
      assertThat(connector.read(connector.gapTopic(), trial.tickers().size()))
          .allSatisfy(
              gap ->
                  assertThat((Long) gap.value().get("FROM_MICROS"))
                      .isLessThan(ChronoUnit.MICROS.between(Instant.EPOCH, dropped)));
    }
  }

  private static void signal(LocalStack stack, String signal)
      throws IOException, InterruptedException {
    final String worker = Long.toString(stack.worker().pid());
    assertThat(new ProcessBuilder("kill", signal, worker).start().waitFor()).isZero();
  }
}
