package io.github.kisconnect;

import static io.github.kisconnect.TaskUnderTest.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.simulator.Fault;
import io.github.kisconnect.simulator.KisSimulator;
import io.github.kisconnect.simulator.SimulatedSession;
import io.github.kisconnect.simulator.SimulatorEvent.Kind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two tasks in one worker: what they share, and that neither does the other any harm. */
class KisExpectedTradeSourceTaskSharingTest {

  private static final String KEYS = "dummy-key-1,dummy-key-2";
  private static final String SECRETS = "dummy-secret-1,dummy-secret-2";

  private KisSimulator simulator;
  private TaskUnderTest first;
  private TaskUnderTest second;

  @BeforeEach
  void prepares() {
    simulator =
        KisSimulator.builder()
            .appKey("dummy-key-1", "dummy-secret-1")
            .appKey("dummy-key-2", "dummy-secret-2")
            .pingPong(Duration.ZERO)
            .start();
    first = task("first");
    second = task("second");
  }

  private TaskUnderTest task(String name) {
    return new TaskUnderTest(simulator, name)
        .with("kis.app.keys", KEYS)
        .with("kis.app.secrets", SECRETS);
  }

  @AfterEach
  void closes() {
    first.close();
    second.close();
    simulator.close();
  }

  @Test
  void leavesTheAppKeyToTheCopyThatHasItUntilThatStops() throws Exception {
    first.startSubscribed();
    final SimulatedSession held = simulator.awaitSession(LIMIT);

    second.start().await("OCCUPIED");
    assertThat(simulator.sessions()).containsExactly(held);
    simulator.sendRecords("005930", 1);
    assertThat(first.take(1)).hasSize(1);
    assertThat(second.poll()).isEmpty();
    second.stop();
    assertThat(held.isOpen()).isTrue();

    first.stop();
    second.startSubscribed();
    simulator.sendRecords("005930", 1);

    assertThat(second.take(1)).hasSize(1);
    assertThat(simulator.journal().events(Kind.APPROVAL_ISSUED)).hasSize(1);
    assertThat(simulator.journal().events(Kind.CLOSED_UNCLEANLY)).isEmpty();
  }

  @Test
  void asksForOneApprovalKeyOfAnAppKeyAndNeverInvalidatesThatOfACopy() throws Exception {
    first.startSubscribed();
    second.start().await("OCCUPIED");

    assertThat(simulator.journal().events(Kind.APPROVAL_ISSUED)).hasSize(1);
  }

  @Test
  void asksForOneApprovalKeyForEachAppKey() throws Exception {
    first.with("kis.tickers", "005930,000660").with("task.count", "2").start();
    second
        .with("kis.tickers", "005930,000660")
        .with("task.count", "2")
        .with("task.index", "1")
        .start();

    simulator.awaitSubscribed(List.of("005930", "000660"), LIMIT);

    assertThat(simulator.journal().events(Kind.APPROVAL_ISSUED)).hasSize(2);
    assertThat(simulator.sessions()).hasSize(2);
  }

  @Test
  void leavesOtherTasksAloneWhenOneFails() throws Exception {
    first.with("kis.tickers", "005930,000660").with("task.count", "2").start();
    simulator.awaitSubscribed(List.of("005930"), LIMIT);
    final SimulatedSession untouched = simulator.awaitSession(LIMIT);
    simulator.inject(new Fault.Answer("OPSP8998", "000660"));
    second
        .with("kis.tickers", "005930,000660")
        .with("task.count", "2")
        .with("task.index", "1")
        .start();

    assertThat(second.pollUntilItFails()).hasMessageContaining("kis.customer.type");
    second.stop();
    simulator.sendRecords("005930", 1);

    assertThat(first.take(1)).hasSize(1);
    assertThat(simulator.sessions()).containsExactly(untouched);
  }
}
