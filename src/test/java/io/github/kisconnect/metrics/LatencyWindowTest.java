package io.github.kisconnect.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.kisconnect.metrics.LatencyWindow.Summary;
import java.time.Duration;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/** Percentiles by windows, on a virtual clock. */
class LatencyWindowTest {

  private static final double TWO_DIGITS = 0.02;

  private final VirtualTime time = new VirtualTime();
  private final LatencyWindow window = new LatencyWindow(time);

  @Test
  void showsNothingBeforeTheFirstRecord() {
    final Summary empty = window.last();

    assertThat(empty.count()).isZero();
    assertThat(empty.p50()).isNaN();
    assertThat(empty.max()).isNaN();
  }

  @Test
  void showsThePercentilesOfAWindow() {
    for (int millis = 1; millis <= 1000; millis++) {
      window.add(millis * 1000L);
    }

    final Summary summary = window.last();

    assertThat(summary.count()).isEqualTo(1000);
    assertThat(summary.p50()).isCloseTo(500, within(500 * TWO_DIGITS));
    assertThat(summary.p99()).isCloseTo(990, within(990 * TWO_DIGITS));
    assertThat(summary.p999()).isCloseTo(999, within(999 * TWO_DIGITS));
    assertThat(summary.max()).isCloseTo(1000, within(1000 * TWO_DIGITS));
  }

  @Test
  void showsTheSameWindowToAllWhoReadWithinTenSeconds() {
    window.add(5_000);
    final Summary first = window.last();
    window.add(9_000);
    time.advance(LatencyWindow.LEAST_AGE.minusMillis(1));

    assertThat(window.last()).isEqualTo(first);
  }

  @Test
  void beginsANewWindowWhenItIsReadLater() {
    window.add(5_000);
    window.last();
    window.add(9_000);
    time.advance(LatencyWindow.LEAST_AGE);

    assertThat(window.last().count()).isEqualTo(1);
    assertThat(window.last().max()).isCloseTo(9, within(9 * TWO_DIGITS));
    time.advance(LatencyWindow.LEAST_AGE);
    assertThat(window.last().count()).isZero();
  }

  @Test
  void keepsTheRecordsOfAWindowThatNobodyReadForHours() {
    window.last();
    window.add(5_000);
    time.advance(Duration.ofHours(3));
    window.add(7_000);

    assertThat(window.last().count()).isEqualTo(2);
  }

  @Test
  void takesTimesThatCannotBeForTheNearestThatCan() {
    window.add(-Duration.ofDays(400).toNanos() / 1000);
    assertThat(window.last().max()).isZero();

    window.add(Long.MAX_VALUE);
    time.advance(LatencyWindow.LEAST_AGE);
    assertThat(window.last().max()).isCloseTo(3_600_000, within(3_600_000 * TWO_DIGITS));
  }

  @Test
  void keepsThePromiseOnMemory() {
    final int bytes = new Histogram(1, LatencyWindow.MOST_MICROS, 2).getEstimatedFootprintInBytes();

    assertThat(2 * bytes * LatencyStage.values().length).isLessThan(300_000);
  }
}
