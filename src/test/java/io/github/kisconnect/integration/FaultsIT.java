package io.github.kisconnect.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.quickstart.stack.LocalStack;
import io.github.kisconnect.simulator.ApprovalRefusal;
import io.github.kisconnect.simulator.Corruption;
import io.github.kisconnect.simulator.Fault;
import io.github.kisconnect.simulator.LedgerRecord;
import io.github.kisconnect.simulator.Rate;
import io.github.kisconnect.simulator.SimulatorEvent.Kind;
import io.github.kisconnect.soak.Account;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Every way in which a server loses, silences or refuses a session, under load, through worker and
 * broker; afterwards each record is in the topic or in a hole. The tests run side by side, each
 * with a connector of its own, and none opens many more than six connections: beyond that the
 * connector waits half a minute for each.
 */
@ExtendWith(SharedStack.class)
@Execution(ExecutionMode.CONCURRENT)
class FaultsIT {

  @Test
  void reportsWhatIsLostWithAConnection(LocalStack stack) {
    try (Trial trial = new Trial(stack, "connections").start()) {
      trial.survive(new Fault.Drop());
      trial.survive(new Fault.Reset());
      trial.survive(new Fault.Close(1000, "maintenance"));
      trial.survive(
          new Fault.DropAfterSubscribe(Duration.ofMillis(100)), new Fault.Close(1011, ""));

      final Account account = trial.assertBalanced();

      assertThat(account.reportedLost()).isPositive();
      assertThat(account.holes()).containsOnlyKeys("DISCONNECT");
    }
  }

  @Test
  void reportsWhatIsLostInSilenceAndToOddAnswers(LocalStack stack) {
    try (Trial trial =
        new Trial(stack, "silence")
            .with("liveness.probe.ms", "1000")
            .with("liveness.timeout.ms", "3000")
            .with("subscribe.ack.timeout.ms", "2000")
            .start()) {
      trial.survive(new Fault.HalfOpen(Duration.ofSeconds(2)));
      trial.survive(new Fault.Forget(Duration.ofMinutes(10)));
      trial.survive(
          new Fault.NoAck(trial.tickers().get(0)),
          new Fault.DataBeforeAck(trial.tickers().get(1)),
          new Fault.Answer("OPSP0007", trial.tickers().get(2)),
          new Fault.Answer("OPSP1234", trial.tickers().get(3)),
          new Fault.Drop());

      assertThat(trial.assertBalanced().holes()).containsOnlyKeys("DISCONNECT");
    }
  }

  @Test
  void outlastsRefusedUpgrades(LocalStack stack) {
    try (Trial trial = new Trial(stack, "upgrades").with("connect.timeout.ms", "2000").start()) {
      trial.survive(new Fault.RefuseUpgrade(500), new Fault.Drop());
      trial.survive(new Fault.GarbageUpgrade(), new Fault.SilentUpgrade(), new Fault.Drop());

      assertThat(trial.assertBalanced().holes()).containsOnlyKeys("DISCONNECT");
    }
  }

  @Test
  void outlastsRefusedAndRevokedApprovals(LocalStack stack) {
    try (Trial trial =
        new Trial(stack, "approvals").with("reconnect.backoff.max.ms", "1000").start()) {
      trial.survive(new Fault.RevokeApprovals(), new Fault.Drop());
      trial.survive(
          new Fault.RefuseApproval(ApprovalRefusal.SERVER_ERROR),
          new Fault.RefuseApproval(ApprovalRefusal.HTML_502),
          new Fault.RefuseApproval(ApprovalRefusal.EMPTY),
          new Fault.RefuseApproval(ApprovalRefusal.NO_KEY),
          new Fault.RefuseApproval(ApprovalRefusal.TRUNCATED_JSON),
          new Fault.DelayApproval(Duration.ofSeconds(1)),
          new Fault.RevokeApprovals(),
          new Fault.Drop());

      assertThat(trial.assertBalanced().holes()).containsOnlyKeys("DISCONNECT");
      assertThat(trial.simulator().journal().events(Kind.APPROVAL_REFUSED)).hasSize(5);
    }
  }

  @Test
  void outlastsAClosedPortAndARestartOfTheServer(LocalStack stack) {
    try (Trial trial =
        new Trial(stack, "restart").with("reconnect.backoff.max.ms", "2000").start()) {
      trial.survive(new Fault.RefuseConnections(Duration.ofSeconds(4)));
      trial.surviveRestartOfTheServer();

      assertThat(trial.assertBalanced().holes()).containsOnlyKeys("DISCONNECT");
    }
  }

  @Test
  void keepsTheSessionAndTheNeighboursThroughEveryCorruption(LocalStack stack) {
    try (Trial trial = new Trial(stack, "corruption").start()) {
      for (int round = 0; round < 3; round++) {
        for (Corruption how : Corruption.values()) {
          trial.simulator().inject(new Fault.Corrupt(how));
          trial.simulator().sendRecords(trial.tickers().get(round), 3);
        }
        trial.awaitLoad();
      }
      trial.simulator().rate(Rate.none());
      final List<LedgerRecord> sent = trial.simulator().ledger().records();
      final long spoilt = sent.stream().filter(record -> !record.intact()).count();

      final Account account = trial.assertBalanced();

      assertThat(spoilt).isPositive();
      assertThat(account.quarantined()).as("%s", account).isEqualTo(spoilt);
      assertThat(account.delivered()).as("%s", account).isEqualTo(sent.size() - spoilt);
      assertThat(account.holes()).containsOnlyKeys("MALFORMED");
      assertThat(trial.simulator().journal().events(Kind.SESSION_OPENED)).hasSize(1);
    }
  }
}
