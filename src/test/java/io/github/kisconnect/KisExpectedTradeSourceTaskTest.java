package io.github.kisconnect;

import static io.github.kisconnect.TaskUnderTest.GAPS;
import static io.github.kisconnect.TaskUnderTest.MALFORMED;
import static io.github.kisconnect.TaskUnderTest.TIME;
import static io.github.kisconnect.TaskUnderTest.TOPIC;
import static io.github.kisconnect.TaskUnderTest.ofTopic;
import static io.github.kisconnect.TaskUnderTest.receivedAt;
import static io.github.kisconnect.TaskUnderTest.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.simulator.Corruption;
import io.github.kisconnect.simulator.Fault;
import io.github.kisconnect.simulator.KisSimulator;
import io.github.kisconnect.simulator.LedgerRecord;
import io.github.kisconnect.simulator.SimulatorEvent.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code poll()} gives, over real sockets: when, how much, and what of it is missing. */
class KisExpectedTradeSourceTaskTest {

  private static final String TICKER = "005930";

  private final ExecutorService poller = Executors.newSingleThreadExecutor();
  private KisSimulator simulator;
  private TaskUnderTest task;

  @BeforeEach
  void prepares() {
    simulator =
        KisSimulator.builder().pingPong(Duration.ofMillis(100)).pingPongOnlyWhenIdle(false).start();
    task = new TaskUnderTest(simulator);
  }

  @AfterEach
  void closes() {
    poller.shutdownNow();
    task.close();
    simulator.close();
  }

  @Test
  void waitsForThePollTimeoutWhereNothingComes() throws Exception {
    task.with("poll.timeout.ms", "50").startSubscribed();

    for (int i = 0; i < 10; i++) {
      final long begin = TIME.nanoTime();
      assertThat(task.poll()).isEmpty();
      assertThat(TIME.nanoTime() - begin).isGreaterThanOrEqualTo(50_000_000);
    }
  }

  @Test
  void wakesAtTheFirstRecord() throws Exception {
    task.with("poll.timeout.ms", "1000").startSubscribed();

    for (int i = 0; i < 8; i++) {
      final Future<Long> delay = poller.submit(this::delayOfNextRecord);
      simulator.sendRecords(TICKER, 1);
      assertThat(delay.get(10, TimeUnit.SECONDS)).isLessThan(500_000);
    }
  }

  private long delayOfNextRecord() throws InterruptedException {
    final SourceRecord record = task.take(1).get(0);
    return TIME.epochMicros() - receivedAt(record);
  }

  @Test
  void givesNoMoreThanTheMostRecordsOfAPollAndKeepsTheirOrder() throws Exception {
    task.with("poll.max.records", "10").startSubscribed();
    simulator.sendRecords(TICKER, 25);
    awaitAllReceived();

    final List<SourceRecord> first = task.poll();
    final List<SourceRecord> second = task.poll();
    final List<SourceRecord> third = task.poll();

    assertThat(List.of(first.size(), second.size(), third.size())).containsExactly(10, 10, 5);
    assertThat(indices(first)).containsExactlyElementsOf(range(0, 10));
    assertThat(indices(third)).containsExactlyElementsOf(range(20, 25));
  }

  @Test
  void dropsTheOldestAndReportsThemBeforeTheRecordsThatWereKept() throws Exception {
    overflow("drop_oldest");
    awaitAllReceived();

    final List<SourceRecord> records = task.take(11);

    assertOverflow(records.get(0), 15);
    assertThat(indices(records.subList(1, 11))).containsExactlyElementsOf(range(15, 25));
  }

  @Test
  void dropsTheNewestAndReportsThem() throws Exception {
    overflow("drop_newest");
    awaitAllReceived();

    final List<SourceRecord> records = task.take(11);

    assertOverflow(records.get(0), 15);
    assertThat(indices(records.subList(1, 11))).containsExactlyElementsOf(range(0, 10));
  }

  @Test
  void losesNothingWhereTheSocketWaits() throws Exception {
    task.with("queue.block.timeout.ms", "60000");
    overflow("block");

    assertThat(indices(task.take(25))).containsExactlyElementsOf(range(0, 25));
  }

  @Test
  void losesAndReportsWhatTheSocketWaitedForInVain() throws Exception {
    task.with("queue.block.timeout.ms", "1");
    overflow("block");
    awaitAllReceived();

    final List<SourceRecord> records = task.take(11);

    assertOverflow(records.get(0), 15);
    assertThat(indices(records.subList(1, 11))).containsExactlyElementsOf(range(0, 10));
  }

  @Test
  void failsWhereNothingMayBeLostAfterGivingWhatWasKept() throws Exception {
    overflow("fail");
    awaitAllReceived();

    final List<SourceRecord> records = task.take(11);

    assertOverflow(records.get(0), 1);
    assertThat(task.pollUntilItFails())
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining("queue.overflow.policy");
  }

  @Test
  void quarantinesASpoiltRecordWithItsBytesAndDeliversItsNeighbours() throws Exception {
    task.startSubscribed();
    simulator.inject(new Fault.Corrupt(Corruption.HUGE_NUMBER));
    simulator.sendRecords(TICKER, 3);

    final List<SourceRecord> records = task.take(4);

    assertThat(indices(ofTopic(TOPIC, records))).containsExactly(0, 1);
    assertThat(ofTopic(GAPS, records))
        .singleElement()
        .satisfies(gap -> assertThat(value(gap).getString("REASON")).isEqualTo("MALFORMED"));
    final LedgerRecord spoilt =
        simulator.ledger().records().stream().filter(sent -> !sent.intact()).findFirst().get();
    assertThat(ofTopic(MALFORMED, records))
        .singleElement()
        .satisfies(
            record ->
                assertThat(new String(value(record).getBytes("RAW_BYTES"), StandardCharsets.UTF_8))
                    .isEqualTo(String.join("^", spoilt.fields())));
  }

  @Test
  void keepsTheSessionWhenInvalidUtf8Comes() throws Exception {
    task.startSubscribed();
    simulator.inject(new Fault.Corrupt(Corruption.INVALID_UTF8));
    simulator.sendRecords(TICKER, 2);
    simulator.sendRecords(TICKER, 1);

    final List<SourceRecord> records = task.take(4);

    assertThat(ofTopic(TOPIC, records)).hasSize(2);
    assertThat(ofTopic(MALFORMED, records)).hasSize(1);
    assertThat(simulator.journal().events(Kind.SESSION_OPENED)).hasSize(1);
  }

  @Test
  void onlyReportsTheHoleWhereSpoiltRecordsAreSkipped() throws Exception {
    task.with("malformed.policy", "skip").startSubscribed();
    simulator.inject(new Fault.Corrupt(Corruption.HUGE_NUMBER));
    simulator.sendRecords(TICKER, 3);
    simulator.sendRecords(TICKER, 1);

    final List<SourceRecord> records = task.take(4);

    assertThat(ofTopic(TOPIC, records)).hasSize(3);
    assertThat(ofTopic(GAPS, records)).hasSize(1);
  }

  @Test
  void failsAtASpoiltRecordWhereThatIsWanted() throws Exception {
    task.with("malformed.policy", "fail").startSubscribed();
    simulator.inject(new Fault.Corrupt(Corruption.HUGE_NUMBER));
    simulator.sendRecords(TICKER, 3);

    assertThat(task.pollUntilItFails())
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining("malformed.policy");
  }

  /** Sends 25 records in one frame to a queue of 10, while nobody polls. */
  private void overflow(String policy) throws InterruptedException {
    task.with("queue.overflow.policy", policy).with("queue.capacity", "10").startSubscribed();
    simulator.sendRecords(TICKER, 25);
  }

  /** The answer to a keepalive that was sent later shows that everything before it was read. */
  private void awaitAllReceived() {
    final int before = simulator.journal().events(Kind.PINGPONG_SENT).size();
    simulator.await(
        "No keepalive was answered",
        () -> simulator.journal().events(Kind.PINGPONG_ANSWERED).size() > before,
        TaskUnderTest.LIMIT);
  }

  private static void assertOverflow(SourceRecord gap, long lost) {
    assertThat(gap.topic()).isEqualTo(GAPS);
    assertThat(gap.key()).isEqualTo(TICKER);
    assertThat(value(gap).getString("REASON")).isEqualTo("OVERFLOW");
    assertThat(value(gap).getInt64("RECORDS_LOST")).isEqualTo(lost);
  }

  private static List<Integer> indices(List<SourceRecord> records) {
    return records.stream()
        .map(record -> (Integer) record.headers().lastWithName("kis.index").value())
        .toList();
  }

  private static List<Integer> range(int from, int to) {
    return IntStream.range(from, to).boxed().toList();
  }
}
