package io.github.kisconnect;

import static io.github.kisconnect.TaskUnderTest.GAPS;
import static io.github.kisconnect.TaskUnderTest.LIMIT;
import static io.github.kisconnect.TaskUnderTest.TIME;
import static io.github.kisconnect.TaskUnderTest.TOPIC;
import static io.github.kisconnect.TaskUnderTest.ofTopic;
import static io.github.kisconnect.TaskUnderTest.receivedAt;
import static io.github.kisconnect.TaskUnderTest.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.record.SourceOffsets;
import io.github.kisconnect.simulator.ApprovalRefusal;
import io.github.kisconnect.simulator.Fault;
import io.github.kisconnect.simulator.KisSimulator;
import io.github.kisconnect.simulator.KisSimulatorBuilder;
import io.github.kisconnect.simulator.SimulatedSession;
import io.github.kisconnect.simulator.SimulatorEvent.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a task when its session is refused, silent, lost or not asked for. */
class KisExpectedTradeSourceTaskSessionTest {

  private static final String TICKER = "005930";

  private KisSimulator simulator;
  private TaskUnderTest task;

  @BeforeEach
  void prepares() {
    simulator =
        KisSimulator.builder()
            .pingPong(Duration.ZERO)
            .occupiedAfterUncleanClose(Duration.ZERO)
            .start();
    task = new TaskUnderTest(simulator, "session");
  }

  @AfterEach
  void closes() {
    task.close();
    simulator.close();
  }

  @ParameterizedTest
  @CsvSource({
    "OPSP8998, kis.customer.type",
    "OPSP9994, kis.app.keys",
    "OPSP0010, kis.app.keys",
    "OPSP8992, kis.tickers",
    "OPSP8991, the connector needs an update"
  })
  void failsWithASentenceThatSaysWhatToDo(String code, String advice) throws Exception {
    simulator.inject(new Fault.Answer(code, null), 5);
    task.start();

    assertFatal(task.pollUntilItFails(), advice);
    assertFatal(task.pollUntilItFails(), advice);
    assertThat(simulator.journal().events(Kind.CLOSED_UNCLEANLY)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"UNKNOWN_APP_KEY, kis.app.keys", "WRONG_SECRET, kis.app.secrets"})
  void failsWithASentenceWhereKisRefusesTheCredentials(ApprovalRefusal refusal, String key)
      throws Exception {
    simulator.inject(new Fault.RefuseApproval(refusal));
    task.start();

    assertFatal(task.pollUntilItFails(), key);
    assertThat(simulator.journal().events(Kind.SESSION_OPENED)).isEmpty();
  }

  private static void assertFatal(Throwable failure, String advice) {
    assertThat(failure)
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining(advice)
        .message()
        .doesNotContain(KisSimulatorBuilder.DEMO_APP_KEY, KisSimulatorBuilder.DEMO_APP_SECRET);
  }

  @Test
  void reportsTheTimeSinceTheLastDeliveredRecordOfAnEarlierRun() throws Exception {
    final long delivered = TIME.epochMicros() - Duration.ofHours(1).toNanos() / 1000;
    task.delivered(SourceOffsets.partition(TICKER), Map.of("received_at", delivered));
    final long started = TIME.epochMicros();
    task.startSubscribed();

    final SourceRecord gap = task.take(1).get(0);

    assertThat(gap.topic()).isEqualTo(GAPS);
    assertThat(gap.key()).isEqualTo(TICKER);
    assertThat(value(gap).getString("REASON")).isEqualTo("RESTART");
    assertThat(value(gap).getInt64("FROM_MICROS"))
        .isBetween(delivered - Duration.ofSeconds(2).toNanos() / 1000, delivered);
    assertThat(value(gap).getInt64("TO_MICROS")).isBetween(started, TIME.epochMicros());
  }

  @Test
  void reportsTheOpenHolesBeforeItFails() throws Exception {
    final long delivered = TIME.epochMicros() - Duration.ofHours(1).toNanos() / 1000;
    task.delivered(SourceOffsets.partition(TICKER), Map.of("received_at", delivered));
    simulator.inject(new Fault.Answer("OPSP8998", null));
    task.start();

    final SourceRecord gap = task.take(1).get(0);

    assertThat(gap.topic()).isEqualTo(GAPS);
    assertThat(gap.key()).isEqualTo(TICKER);
    assertThat(value(gap).getInt64("TO_MICROS")).isNull();
    assertFatal(task.pollUntilItFails(), "kis.customer.type");
  }

  @Test
  void reportsARefusedTickerAndGoesOnWithTheOthers() throws Exception {
    simulator.inject(new Fault.Answer("OPSP8992", "000660"));
    task.with("kis.tickers", "000660,005930").start();
    simulator.awaitSubscribed(List.of(TICKER), LIMIT);
    simulator.sendRecords(TICKER, 1);

    final List<SourceRecord> records = task.take(2);

    assertThat(ofTopic(TOPIC, records)).hasSize(1);
    assertThat(ofTopic(GAPS, records))
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.key()).isEqualTo("000660");
              assertThat(value(gap).getString("REASON")).isEqualTo("REJECTED");
              assertThat(value(gap).getInt64("TO_MICROS")).isNull();
            });
  }

  @Test
  void reportsTheTickersForWhichTheSessionHasNoRoom() throws Exception {
    simulator.maxSubscriptions(2);
    task.with("kis.tickers", "005930,000660,035420,068270").start();

    final List<SourceRecord> gaps = task.take(2);

    assertThat(gaps).extracting(SourceRecord::key).containsExactly("035420", "068270");
    assertThat(gaps)
        .allSatisfy(gap -> assertThat(value(gap).getString("REASON")).isEqualTo("SESSION_FULL"));
  }

  @Test
  void noticesAHalfOpenConnection() throws Exception {
    task.with("liveness.probe.ms", "200").with("liveness.timeout.ms", "1000").startSubscribed();
    final SimulatedSession first = simulator.awaitSession(LIMIT);

    simulator.inject(new Fault.Forget(Duration.ofMinutes(10)));

    simulator.awaitSessionAfter(first, LIMIT);
    simulator.awaitSubscribed(List.of(TICKER), LIMIT);
    assertThat(task.take(1))
        .first()
        .satisfies(
            gap -> {
              assertThat(value(gap).getString("REASON")).isEqualTo("DISCONNECT");
              assertThat(value(gap).getString("DETAIL")).contains("liveness.timeout.ms");
            });
  }

  @Test
  void keepsAQuietConnectionThatAnswersItsProbes() throws Exception {
    task.with("liveness.probe.ms", "200").with("liveness.timeout.ms", "400").startSubscribed();

    simulator.await(
        "Too few probes came",
        () -> simulator.journal().events(Kind.PING_RECEIVED).size() >= 3,
        LIMIT);

    assertThat(simulator.journal().events(Kind.SESSION_OPENED)).hasSize(1);
    assertThat(task.poll()).isEmpty();
  }

  @Test
  void closesTheSessionOfATaskThatIsPausedAndReopensItAtTheNextPoll() throws Exception {
    task.with("poll.pause.close.ms", "4000").startSubscribed();
    task.poll();
    simulator.sendRecords(TICKER, 3);
    task.await("SUSPENDED");
    final long suspended = TIME.epochMicros();
    assertThat(simulator.sessions()).isEmpty();
    assertThat(simulator.journal().events(Kind.CLOSED_CLEANLY)).hasSize(1);
    simulator.sendRecords(TICKER, 5);

    final List<SourceRecord> kept = task.take(3);
    final SourceRecord gap = task.take(1).get(0);
    simulator.sendRecords(TICKER, 1);
    final SourceRecord fresh = task.take(1).get(0);

    assertThat(kept).allSatisfy(record -> assertThat(receivedAt(record)).isLessThan(suspended));
    assertThat(value(gap).getString("REASON")).isEqualTo("PAUSE");
    assertThat(value(gap).getInt64("FROM_MICROS"))
        .isBetween(receivedAt(kept.get(2)) - 1_000_000, suspended);
    assertThat(value(gap).getInt64("TO_MICROS")).isBetween(suspended, receivedAt(fresh));
    assertThat(simulator.journal().events(Kind.APPROVAL_ISSUED)).hasSize(1);
  }

  @Test
  void keepsTheSessionOfATaskThatIsPolledWithoutGettingAnything() throws Exception {
    task.with("poll.pause.close.ms", "4000").startSubscribed();
    final long end = TIME.nanoTime() + Duration.ofSeconds(6).toNanos();

    while (TIME.nanoTime() < end) {
      assertThat(task.poll()).isEmpty();
    }

    assertThat(simulator.journal().events(Kind.SESSION_OPENED)).hasSize(1);
    assertThat(simulator.sessions()).hasSize(1);
  }
}
