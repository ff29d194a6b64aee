package io.github.kisconnect.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.quickstart.stack.BuildOutput;
import io.github.kisconnect.quickstart.stack.ConnectorStatus;
import io.github.kisconnect.quickstart.stack.LocalStack;
import io.github.kisconnect.quickstart.stack.LocalWorker;
import io.github.kisconnect.simulator.SimulatedSession;
import io.github.kisconnect.soak.Account;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** One of three workers is killed; its task moves on, those of the others never stop. */
@Execution(ExecutionMode.CONCURRENT)
class WorkerKilledIT {

  private static final String NAME = "killed";

  @Test
  void movesTheTaskAndReportsItsHoles() {
    try (LocalStack stack = stack();
        Trial trial = new Trial(stack, NAME, 3, 6).start()) {
      awaitOffsets(stack, trial);
      final List<SimulatedSession> before = trial.simulator().sessions();

      workerOfOneTask(stack).kill();
      trial.simulator().awaitSessionAfter(before.get(2), Trial.DEADLINE);
      trial.simulator().awaitSubscribed(trial.tickers(), Trial.DEADLINE);
      trial.awaitLoad();

      assertThat(before).filteredOn(SimulatedSession::isOpen).hasSize(2);
      final Account account = trial.assertBalanced();
      assertThat(account.reportedLost()).as("%s", account).isPositive();
      assertThat(account.holes()).isEqualTo(Map.of("RESTART", 2));
    }
  }

  /** A ticker has a hole since its last stored offset, so each must have one. */
  private static void awaitOffsets(LocalStack stack, Trial trial) {
    Awaitility.await()
        .atMost(Trial.DEADLINE)
        .until(() -> stack.rest().offsets(NAME).path("offsets").size() == trial.tickers().size());
  }

  private static LocalWorker workerOfOneTask(LocalStack stack) {
    final ConnectorStatus status = stack.rest().status(NAME);
    return stack.workers().stream()
        .filter(
            worker ->
                status.tasks().stream()
                        .filter(task -> task.workerId().equals(worker.restUrl().getAuthority()))
                        .count()
                    == 1)
        .findFirst()
        .orElseThrow();
  }

  private static LocalStack stack() {
    return LocalStack.in(
            BuildOutput.fromSystemProperties().directory().resolve("integration-three-workers"))
        .workers(3)
        .workerProperty("session.timeout.ms", "6000")
        .workerProperty("heartbeat.interval.ms", "2000")
        .start();
  }
}
