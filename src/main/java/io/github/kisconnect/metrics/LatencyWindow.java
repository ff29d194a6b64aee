package io.github.kisconnect.metrics;

import io.github.kisconnect.session.TimeSource;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * How long one stage took, by windows of time. Taken by any thread without a lock; a window ends
 * when it is read and old enough, so that all who read within some seconds see the same window, and
 * nobody has to read.
 *
 * <p>Values are kept to two digits from a microsecond to an hour, in two histograms of 26 KB.
 */
final class LatencyWindow {

  static final Duration LEAST_AGE = Duration.ofSeconds(10);
  static final long MOST_MICROS = TimeUnit.HOURS.toMicros(1);

  private static final int DIGITS = 2;
  private static final double MICROS_PER_MILLI = 1000;

  private final Recorder recorder = new Recorder(1, MOST_MICROS, DIGITS);
  private final TimeSource time;
  private Histogram spare;
  private Summary summary;
  private long flippedNanos;

  LatencyWindow(TimeSource time) {
    this.time = time;
  }

  /**
   * Takes a time; one before 0, as clocks that differ can give, counts as 0, one beyond an hour as
   * an hour.
   */
  void add(long micros) {
    recorder.recordValue(Math.max(0, Math.min(micros, MOST_MICROS)));
  }

  /** The window that ended last. */
  synchronized Summary last() {
    long now = time.nanoTime();
    if (summary == null || now - flippedNanos >= LEAST_AGE.toNanos()) {
      spare = recorder.getIntervalHistogram(spare);
      summary = Summary.of(spare);
      flippedNanos = now;
    }
    return summary;
  }

  /** What a window saw; times in milliseconds, NaN where it saw nothing. */
  record Summary(double p50, double p99, double p999, double max, long count) {

    private static Summary of(Histogram histogram) {
      return new Summary(
          percentile(histogram, 50),
          percentile(histogram, 99),
          percentile(histogram, 99.9),
          percentile(histogram, 100),
          histogram.getTotalCount());
    }

    private static double percentile(Histogram histogram, double percentile) {
      return histogram.getTotalCount() == 0
          ? Double.NaN
          : histogram.getValueAtPercentile(percentile) / MICROS_PER_MILLI;
    }
  }
}
