package io.github.kisconnect.bench.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What follows from the settings of a run. */
class ScenarioTest {

  private static Scenario scenario(int rebalanceDelay, int occupied) {
    return new Scenario(500, 360, Duration.ofSeconds(rebalanceDelay), Duration.ofSeconds(occupied));
  }

  @Test
  void appKeysAreStillInUseWhereTheyAreOccupiedForLongerThanTasksNeedToMove() {
    assertThat(scenario(10, 60).outlastsTheMove()).isTrue();
    assertThat(scenario(10, 31).outlastsTheMove()).isTrue();
  }

  @Test
  void appKeysMayBeFreeAgainWhenTasksNeedAsLongToMove() {
    assertThat(scenario(10, 15).outlastsTheMove()).isFalse();
    assertThat(scenario(10, 30).outlastsTheMove()).isFalse();
    assertThat(scenario(60, 60).outlastsTheMove()).isFalse();
  }

  @Test
  void tellsTheWorkersWhatItReckonsWith() {
    assertThat(scenario(10, 60).workerProperties())
        .containsEntry("session.timeout.ms", "10000")
        .containsEntry("offset.flush.interval.ms", "1000")
        .containsEntry("scheduled.rebalance.max.delay.ms", "10000");
  }
}
