package io.github.kisconnect.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Percentiles of the latest latencies. */
class LatenciesTest {

  private final Latencies latencies = new Latencies();

  @Test
  void isZeroWithoutARecord() {
    assertThat(latencies.percentile(0.5)).isZero();
  }

  @Test
  void countsFromTheSmallest() {
    for (int millis : new int[] {30, 10, 20}) {
      latencies.add(Duration.ofMillis(millis));
    }

    assertThat(latencies.percentile(0.01)).isEqualTo(Duration.ofMillis(10));
    assertThat(latencies.percentile(0.5)).isEqualTo(Duration.ofMillis(20));
    assertThat(latencies.percentile(1)).isEqualTo(Duration.ofMillis(30));
  }

  @Test
  void forgetsTheOldest() {
    latencies.add(Duration.ofHours(1));
    for (int i = 0; i < 1 << 16; i++) {
      latencies.add(Duration.ofMillis(1));
    }

    assertThat(latencies.percentile(1)).isEqualTo(Duration.ofMillis(1));
  }
}
