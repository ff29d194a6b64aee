package io.github.kisconnect.metrics;

import io.github.kisconnect.queue.HandoverQueue;
import io.github.kisconnect.session.SessionStatus;
import io.github.kisconnect.session.TimeSource;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Where the values of one task are read. Any thread.
 *
 * @param feed what was counted on the way of the records
 * @param status how the session stands
 */
public record TaskReadings(
    FeedMetrics feed, Supplier<SessionStatus> status, HandoverQueue<?> queue, TimeSource time) {

  SessionStatus session() {
    return status.get();
  }

  double timeInStateMillis() {
    return millisSince(OptionalLong.of(session().sinceMicros()));
  }

  /** Never negative, even where the clock was set back; NaN where there is no such time. */
  double millisSince(OptionalLong micros) {
    return micros.isEmpty()
        ? Double.NaN
        : TimeUnit.MICROSECONDS.toMillis(Math.max(0, time.epochMicros() - micros.getAsLong()));
  }
}
