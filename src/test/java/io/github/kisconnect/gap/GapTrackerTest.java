package io.github.kisconnect.gap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Coverage per ticker, and the holes between. */
class GapTrackerTest {

  private static final long ALLOWANCE = GapTracker.UNDER_WAY_MICROS;

  private final GapTracker tracker = new GapTracker(Map.of("005930", 10 * ALLOWANCE));

  @Test
  void closesARestartHoleAtTheFirstCoverage() {
    Optional<Gap> gap = tracker.covered("005930", 50 * ALLOWANCE, "s1");

    assertThat(gap)
        .contains(
            new Gap(
                "005930",
                GapReason.RESTART,
                9 * ALLOWANCE,
                OptionalLong.of(50 * ALLOWANCE),
                OptionalLong.empty(),
                "s1",
                gap.orElseThrow().detail()));
    assertThat(tracker.covered("005930", 51 * ALLOWANCE, "s1")).isEmpty();
  }

  @Test
  void keepsARestartHoleOpenOverConnectionsWithoutCoverage() {
    tracker.connectionLost(GapReason.DISCONNECT, 20 * ALLOWANCE, "scripted");

    assertThat(tracker.covered("005930", 50 * ALLOWANCE, "s2").orElseThrow().reason())
        .isEqualTo(GapReason.RESTART);
  }

  @Test
  void opensNoHoleForATickerThatWasNeverCovered() {
    tracker.connectionLost(GapReason.DISCONNECT, 20 * ALLOWANCE, "scripted");

    assertThat(tracker.covered("000660", 50 * ALLOWANCE, "s1")).isEmpty();
  }

  @Test
  void opensAHoleForTheReasonWhyTheSessionWent() {
    tracker.covered("000660", 40 * ALLOWANCE, "s1");
    tracker.connectionLost(GapReason.PAUSE, 60 * ALLOWANCE, "scripted");
    tracker.connectionLost(GapReason.DISCONNECT, 70 * ALLOWANCE, "later");

    Gap gap = tracker.covered("000660", 90 * ALLOWANCE, "s2").orElseThrow();

    assertThat(gap.reason()).isEqualTo(GapReason.PAUSE);
    assertThat(gap.fromMicros()).isEqualTo(59 * ALLOWANCE);
    assertThat(gap.toMicros()).hasValue(90 * ALLOWANCE);
  }

  @Test
  void beginsAndEndsAHoleNowThatAClockOfBeforePutIntoTheFuture() {
    Gap gap = tracker.covered("005930", 1, "s1").orElseThrow();

    assertThat(gap.fromMicros()).isEqualTo(1);
    assertThat(gap.toMicros()).hasValue(1);
  }

  @Test
  void saysOnlyOnceThatATickerIsRefused() {
    assertThat(refuse("000660")).isPresent();
    assertThat(refuse("000660")).isEmpty();
    tracker.connectionLost(GapReason.DISCONNECT, 60 * ALLOWANCE, "scripted");
    assertThat(tracker.abandoned()).extracting(Gap::ticker).containsExactly("005930");
    assertThat(tracker.abandoned()).isEmpty();
  }

  private Optional<Gap> refuse(String ticker) {
    return tracker.refused(ticker, GapReason.REJECTED, 30 * ALLOWANCE, "s1", "scripted");
  }
}
