package io.github.kisconnect;

import io.github.kisconnect.gap.Gap;
import io.github.kisconnect.gap.GapReason;
import io.github.kisconnect.session.TimeSource;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the log what the topic is missing: at once for the first hole, then one line per reason
 * and interval with the sum. Any thread.
 */
final class LossLog {

  private static final Logger LOG = LoggerFactory.getLogger(LossLog.class);
  private static final long INTERVAL_NANOS = Duration.ofSeconds(10).toNanos();

  private final TimeSource time;
  private final Map<GapReason, Sum> sums = new EnumMap<>(GapReason.class);

  LossLog(TimeSource time) {
    this.time = time;
  }

  synchronized void note(List<Gap> gaps) {
    add(gaps);
    final long now = time.nanoTime();
    sums.forEach((reason, sum) -> sum.sayWhenDue(reason, now));
  }

  /** The last holes: says them, and all that has waited for its interval. */
  synchronized void close(List<Gap> gaps) {
    add(gaps);
    sums.forEach((reason, sum) -> sum.say(reason));
  }

  private void add(List<Gap> gaps) {
    for (Gap gap : gaps) {
      sums.computeIfAbsent(gap.reason(), reason -> new Sum()).add(gap);
    }
  }

  /** What has not been said yet of one reason. */
  private static final class Sum {
    private boolean saidBefore;
    private long saidAt;
    private long holes;
    private long records;
    private Gap last;

    void add(Gap gap) {
      holes++;
      records += gap.recordsLost().orElse(0);
      last = gap;
    }

    void sayWhenDue(GapReason reason, long now) {
      boolean due = !saidBefore || now - saidAt >= INTERVAL_NANOS;
      if (holes > 0 && due) {
        say(reason);
        saidBefore = true;
        saidAt = now;
      }
    }

    void say(GapReason reason) {
      if (holes == 0) {
        return;
      }
      LOG.warn(
          "The topic has holes: {} reason={} holes={} records_known_lost={} last_ticker={}",
          last.detail(),
          reason,
          holes,
          records,
          last.ticker());
      holes = 0;
      records = 0;
    }
  }
}
