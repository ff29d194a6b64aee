package io.github.kisconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kisconnect.gap.Gap;
import io.github.kisconnect.gap.GapReason;
import io.github.kisconnect.metrics.FeedMetrics;
import io.github.kisconnect.queue.HandoverQueue;
import io.github.kisconnect.queue.OverflowPolicy;
import io.github.kisconnect.transport.SystemTime;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;

/** Holes and the failure of a session on their way to the polling thread. */
class SessionReportsTest {

  private final HandoverQueue<String> queue =
      new HandoverQueue<>(10, 10, OverflowPolicy.DROP_OLDEST, Duration.ZERO, item -> 1, lost -> {});

  private final SessionReports reports =
      new SessionReports(queue, new FeedMetrics(List.of(), new SystemTime()));

  @Test
  void givesEachHoleOnceAndInOrder() {
    final Gap first = Gaps.of("005930", GapReason.DISCONNECT);
    final Gap second = Gaps.of("000660", GapReason.PAUSE);
    reports.gap(first);
    reports.gap(second);

    assertThat(reports.takeGaps()).containsExactly(first, second);
    assertThat(reports.takeGaps()).isEmpty();
  }

  @Test
  void failsThePollOnceEverythingReceivedIsDelivered() throws InterruptedException {
    queue.put("received before");
    reports.failed("KIS refuses it. Correct kis.tickers.");

    assertThat(queue.take(10, Duration.ZERO)).containsExactly("received before");
    assertThatThrownBy(() -> queue.take(10, Duration.ZERO))
        .isInstanceOf(ConnectException.class)
        .hasMessage("KIS refuses it. Correct kis.tickers.");
  }
}
