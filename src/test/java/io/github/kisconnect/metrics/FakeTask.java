package io.github.kisconnect.metrics;

import io.github.kisconnect.queue.HandoverQueue;
import io.github.kisconnect.queue.OverflowPolicy;
import io.github.kisconnect.session.SessionState;
import io.github.kisconnect.session.SessionStatus;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** What the metrics of a task are read from, on a virtual clock. */
final class FakeTask {

  static final List<String> TICKERS = List.of("005930", "000660");

  final VirtualTime time = new VirtualTime();
  final FeedMetrics feed = new FeedMetrics(TICKERS, time);
  final HandoverQueue<String> queue =
      new HandoverQueue<>(
          3, 100, OverflowPolicy.DROP_NEWEST, Duration.ZERO, String::length, lost -> {});

  SessionStatus status =
      new SessionStatus(
          SessionState.IDLE,
          VirtualTime.EPOCH_MICROS,
          "",
          2,
          0,
          0,
          0,
          0,
          0,
          OptionalLong.empty(),
          OptionalLong.empty());

  final TaskReadings readings = new TaskReadings(feed, () -> status, queue, time);

  /** The value of an untagged metric. */
  Object read(String metric) {
    return read(metric, "");
  }

  /** The value of a metric for the value of its tag. */
  Object read(String metric, String tagValue) {
    return Series.of(TICKERS)
        .filter(series -> series.metric().name().equals(metric))
        .filter(series -> series.label().value().equals(tagValue))
        .findFirst()
        .orElseThrow(() -> new AssertionError("There is no " + metric + " of " + tagValue))
        .read(readings);
  }
}
