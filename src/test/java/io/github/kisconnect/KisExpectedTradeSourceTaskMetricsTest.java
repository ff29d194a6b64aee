package io.github.kisconnect;

import static io.github.kisconnect.TaskUnderTest.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.simulator.Fault;
import io.github.kisconnect.simulator.KisSimulator;
import io.github.kisconnect.simulator.SimulatedSession;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.kafka.connect.source.SourceRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the MBean server shows of a task that talks to a simulator. */
class KisExpectedTradeSourceTaskMetricsTest {

  private static final String TICKER = "005930";
  private static final String BEAN =
      "io.github.kisconnect:type=feed-metrics,connector=measured,task=0";

  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
  private KisSimulator simulator;
  private TaskUnderTest task;

  @BeforeEach
  void prepares() {
    simulator =
        KisSimulator.builder()
            .pingPong(Duration.ZERO)
            .occupiedAfterUncleanClose(Duration.ZERO)
            .start();
    task = new TaskUnderTest(simulator, "measured");
  }

  @AfterEach
  void closes() {
    task.close();
    simulator.close();
  }

  @Test
  void followsTheRecordsFromTheSocketToKafka() throws Exception {
    task.startSubscribed();
    simulator.sendRecords(TICKER, 5);
    final List<SourceRecord> records = task.take(5);
    records.subList(0, 3).forEach(task::acknowledge);
    task.filter(records.get(3));

    assertThat(read("records-total")).isEqualTo(5L);
    assertThat(read("ticker-records-total", "ticker=" + TICKER)).isEqualTo(5L);
    assertThat(number("frames-total")).isBetween(1.0, 5.0);
    assertThat(number("records-per-frame-avg")).isEqualTo(5 / number("frames-total"));
    assertThat(number("record-width-last")).isGreaterThanOrEqualTo(45);
    assertThat(read("records-polled-total")).isEqualTo(5L);
    assertThat(read("records-acknowledged-total")).isEqualTo(3L);
    assertThat(read("queue-size")).isEqualTo(0.0);
    assertThat(number("queue-high-water-mark")).isBetween(1.0, 5.0);
    assertThat(read("latency-count", "stage=received_polled")).isEqualTo(5.0);
    assertThat(read("latency-count", "stage=exchange_received")).isEqualTo(5.0);
    assertThat(read("latency-count", "stage=received_acknowledged")).isEqualTo(3.0);
    assertThat(read("latency-count", "stage=polled_acknowledged")).isEqualTo(3.0);
    assertThat((Double) read("latency-max-ms", "stage=received_acknowledged"))
        .isBetween(0.0, (double) LIMIT.toMillis());
  }

  @Test
  void showsTheSessionAndWhyItWasLost() throws Exception {
    task.startSubscribed();
    final SimulatedSession first = simulator.awaitSession(LIMIT);
    awaitState("quiet");
    assertThat(read("session-connected")).isEqualTo(1.0);
    assertThat(read("approval-requests-total")).isEqualTo(1L);
    assertThat(read("subscriptions-confirmed")).isEqualTo(1.0);

    first.drop();
    simulator.awaitSessionAfter(first, LIMIT);
    simulator.awaitSubscribed(List.of(TICKER), LIMIT);
    task.take(1);

    assertThat(read("reconnects-total", "class=connection_lost")).isEqualTo(1L);
    assertThat(read("connections-total")).isEqualTo(2L);
    assertThat(read("approval-requests-total")).isEqualTo(1L);
    assertThat(read("gaps-total", "reason=disconnect")).isEqualTo(1L);
    assertThat(read("ticker-gaps-total", "ticker=" + TICKER)).isEqualTo(1L);
  }

  @Test
  void countsWhatTheQueueLoses() throws Exception {
    task.with("queue.capacity", "2").startSubscribed();
    simulator.sendRecords(TICKER, 5);
    Awaitility.await()
        .atMost(LIMIT)
        .until(() -> read("records-lost-total", "policy=drop_oldest"), lost -> lost.equals(3L));

    assertThat(read("records-total")).isEqualTo(5L);
    assertThat(read("queue-size")).isEqualTo(2.0);
    task.take(3);
    assertThat(read("gaps-total", "reason=overflow")).isEqualTo(1L);
  }

  @Test
  void goesWithTheTask() throws Exception {
    task.startSubscribed();
    task.stop();

    assertThat(beans()).isEmpty();
  }

  @Test
  void showsAFailedTaskUntilItIsStopped() throws Exception {
    simulator.inject(new Fault.Answer("OPSP8998", null));
    task.start();
    task.pollUntilItFails();

    awaitState("failed");
    assertThat(read("reconnects-total", "class=fatal")).isEqualTo(1L);
    task.stop();
    assertThat(beans()).isEmpty();
  }

  @Test
  void showsTheNewerCopyWhenTheOlderOneEndsLater() throws Exception {
    task.startSubscribed();
    simulator.sendRecords(TICKER, 1);
    task.take(1);
    assertThat(read("frames-total")).isEqualTo(1L);
    try (TaskUnderTest copy = new TaskUnderTest(simulator, "measured")) {
      copy.start();
      task.stop();

      assertThat(read("frames-total")).isEqualTo(0L);
    }
    assertThat(beans()).isEmpty();
  }

  /** The session tells its listeners before it shows its new state. */
  private void awaitState(String state) {
    Awaitility.await().atMost(LIMIT).until(() -> read("session-state"), state::equals);
  }

  private Object read(String attribute) throws JMException {
    return server.getAttribute(new ObjectName(BEAN), attribute);
  }

  private Object read(String attribute, String tag) throws JMException {
    return server.getAttribute(new ObjectName(BEAN + "," + tag), attribute);
  }

  private double number(String attribute) throws JMException {
    return ((Number) read(attribute)).doubleValue();
  }

  private Set<ObjectName> beans() throws JMException {
    return server.queryNames(new ObjectName(BEAN + ",*"), null);
  }
}
