package io.github.kisconnect.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.kisconnect.gap.Gap;
import io.github.kisconnect.gap.GapReason;
import io.github.kisconnect.protocol.DecodedFrame;
import io.github.kisconnect.protocol.RejectReason;
import io.github.kisconnect.protocol.RejectedRecord;
import io.github.kisconnect.record.TradeFrames;
import io.github.kisconnect.session.FailureKind;
import io.github.kisconnect.session.SessionState;
import io.github.kisconnect.session.SessionStatus;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What is counted and timed, read as it is shown. */
class FeedMetricsTest {

  private final FakeTask task = new FakeTask();

  @Test
  void countsFramesRecordsAndTickers() {
    task.feed.received(frame(TradeFrames.OF_2024, 46));
    task.feed.received(frame(TradeFrames.OF_2026, 46));

    assertThat(task.read("frames-total")).isEqualTo(2L);
    assertThat(task.read("records-total")).isEqualTo(3L);
    assertThat(task.read("records-per-frame-avg")).isEqualTo(1.5);
    assertThat(task.read("records-per-frame-max")).isEqualTo(2.0);
    assertThat(task.read("ticker-records-total", "005930")).isEqualTo(3L);
    assertThat(task.read("ticker-records-total", "000660")).isEqualTo(0L);
  }

  @Test
  void showsNoAverageBeforeTheFirstFrame() {
    assertThat(task.read("records-per-frame-avg")).isEqualTo(Double.NaN);
    assertThat(task.read("records-per-frame-max")).isEqualTo(Double.NaN);
    assertThat(task.read("record-width-last")).isEqualTo(Double.NaN);
  }

  @Test
  void followsTheWidthAndLeavesOutFramesThatDoNotTellIt() {
    for (int width : new int[] {46, 46, 45, 47, 0}) {
      task.feed.received(frame(TradeFrames.OF_2024, width));
    }

    assertThat(task.read("record-width-last")).isEqualTo(47.0);
    assertThat(task.read("record-width-min")).isEqualTo(45.0);
    assertThat(task.read("record-width-max")).isEqualTo(47.0);
  }

  @Test
  void countsWhatWasRejectedByReason() {
    final RejectedRecord rejected =
        new RejectedRecord(RejectReason.BAD_VALUE, "x", "x".getBytes(UTF_8), 0, null);
    task.feed.received(new DecodedFrame(List.of(), List.of(rejected, rejected), 45));

    assertThat(task.read("records-rejected-total", "bad_value")).isEqualTo(2L);
    assertThat(task.read("records-rejected-total", "wrong_width")).isEqualTo(0L);
    assertThat(task.read("frames-total")).isEqualTo(1L);
    assertThat(task.read("records-total")).isEqualTo(0L);
  }

  @Test
  void countsHolesByReasonAndByTicker() {
    final Gap hole =
        new Gap("000660", GapReason.PAUSE, 1, OptionalLong.of(2), OptionalLong.empty(), "s", "d");
    task.feed.reported(hole);

    assertThat(task.read("gaps-total", "pause")).isEqualTo(1L);
    assertThat(task.read("ticker-gaps-total", "000660")).isEqualTo(1L);
    assertThat(task.read("ticker-gaps-total", "005930")).isEqualTo(0L);
  }

  @Test
  void countsEndsAndApprovalRequests() {
    task.feed.ended(FailureKind.OCCUPIED);
    task.feed.approvalRequested();
    task.feed.approvalRequested();

    assertThat(task.read("reconnects-total", "occupied")).isEqualTo(1L);
    assertThat(task.read("approval-requests-total")).isEqualTo(2L);
  }

  @Test
  void showsTheQueueAndBlamesItsPolicyForWhatIsLost() {
    List.of("a", "bb", "ccc", "dddd").forEach(task.queue::put);

    assertThat(task.read("queue-size")).isEqualTo(3.0);
    assertThat(task.read("queue-capacity")).isEqualTo(3.0);
    assertThat(task.read("queue-bytes")).isEqualTo(6.0);
    assertThat(task.read("queue-bytes-capacity")).isEqualTo(100.0);
    assertThat(task.read("queue-high-water-mark")).isEqualTo(3.0);
    assertThat(task.read("records-lost-total", "drop_newest")).isEqualTo(1L);
    assertThat(task.read("records-lost-total", "drop_oldest")).isEqualTo(0L);
  }

  @Test
  void timesEachStageOfARecord() {
    final long received = task.time.epochMicros();
    final long exchange = received / 1000 - 900;
    task.time.advance(Duration.ofMillis(20));
    final long polled = task.time.epochMicros();
    task.feed.polled(exchange, received, polled);
    task.time.advance(Duration.ofMillis(300));
    task.feed.acknowledged(received, polled);

    assertLatency("exchange_received", 900);
    assertLatency("received_polled", 20);
    assertLatency("polled_acknowledged", 300);
    assertLatency("received_acknowledged", 320);
    assertThat(task.read("records-polled-total")).isEqualTo(1L);
    assertThat(task.read("records-acknowledged-total")).isEqualTo(1L);
  }

  private void assertLatency(String stage, double millis) {
    for (String metric :
        List.of("latency-p50-ms", "latency-p99-ms", "latency-p999-ms", "latency-max-ms")) {
      assertThat((Double) task.read(metric, stage)).isCloseTo(millis, within(millis * 0.02));
    }
    assertThat(task.read("latency-count", stage)).isEqualTo(1.0);
  }

  @Test
  void takesARecordFromTheFutureForOneOfThisMoment() {
    final long received = task.time.epochMicros();
    task.feed.polled(received / 1000 + 86_400_000, received, received);

    assertThat(task.read("latency-max-ms", "exchange_received")).isEqualTo(0.0);
  }

  @Test
  void showsHowTheSessionStands() {
    final long now = task.time.epochMicros();
    task.status =
        new SessionStatus(
            SessionState.BACKING_OFF,
            now,
            "s1",
            5,
            3,
            1,
            2,
            7,
            4,
            OptionalLong.of(now - 2_000_000),
            OptionalLong.empty());
    task.time.advance(Duration.ofSeconds(1));

    assertThat(task.read("session-state")).isEqualTo("backing_off");
    assertThat(task.read("session-state-code")).isEqualTo(8.0);
    assertThat(task.read("session-connected")).isEqualTo(0.0);
    assertThat(task.read("time-in-state-ms")).isEqualTo(1000.0);
    assertThat(task.read("connections-total")).isEqualTo(7L);
    assertThat(task.read("failed-attempts")).isEqualTo(4.0);
    assertThat(task.read("subscriptions-wanted")).isEqualTo(5.0);
    assertThat(task.read("subscriptions-confirmed")).isEqualTo(3.0);
    assertThat(task.read("subscriptions-unconfirmed")).isEqualTo(1.0);
    assertThat(task.read("subscriptions-refused")).isEqualTo(2.0);
    assertThat(task.read("time-since-frame-ms")).isEqualTo(3000.0);
    assertThat(task.read("time-since-data-ms")).isEqualTo(Double.NaN);
  }

  @Test
  void showsNoNegativeTimesWhereTheClockWasSetBack() {
    task.time.advance(Duration.ofHours(-1));

    assertThat(task.read("time-in-state-ms")).isEqualTo(0.0);
  }

  private static DecodedFrame frame(String wire, int width) {
    return new DecodedFrame(TradeFrames.trades(wire), List.of(), width);
  }
}
