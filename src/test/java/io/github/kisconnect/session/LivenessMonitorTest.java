package io.github.kisconnect.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.session.LivenessMonitor.Health;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Silence, probe, death, in this order and never otherwise. */
class LivenessMonitorTest {

  private final LivenessMonitor monitor =
      new LivenessMonitor(Duration.ofSeconds(60), Duration.ofSeconds(120));

  @Test
  void probesOnceAndDeclaresDeathAtTheTimeout() {
    assertThat(check(59, 0)).isEqualTo(Health.ALIVE);
    assertThat(check(60, 0)).isEqualTo(Health.PROBE_DUE);
    assertThat(check(61, 0)).isEqualTo(Health.ALIVE);
    assertThat(check(65, 0)).isEqualTo(Health.UNANSWERED);
    assertThat(check(119, 0)).isEqualTo(Health.UNANSWERED);
    assertThat(check(120, 0)).isEqualTo(Health.DEAD);
  }

  @Test
  void startsOverWithAnyFrame() {
    assertThat(check(60, 0)).isEqualTo(Health.PROBE_DUE);
    assertThat(check(70, 69)).isEqualTo(Health.ALIVE);
    assertThat(check(129, 69)).isEqualTo(Health.PROBE_DUE);
    assertThat(check(188, 69)).isEqualTo(Health.UNANSWERED);
    assertThat(check(189, 69)).isEqualTo(Health.DEAD);
  }

  @Test
  void givesAProbeItsFullTimeWhereThisProcessStoodStill() {
    assertThat(check(3_600, 0)).isEqualTo(Health.PROBE_DUE);
    assertThat(check(3_659, 0)).isEqualTo(Health.UNANSWERED);
    assertThat(check(3_660, 0)).isEqualTo(Health.DEAD);
  }

  private Health check(long nowSeconds, long lastInboundSeconds) {
    return monitor.check(
        Duration.ofSeconds(nowSeconds).toNanos(), Duration.ofSeconds(lastInboundSeconds).toNanos());
  }
}
