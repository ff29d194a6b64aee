package io.github.kisconnect.bench.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.bench.load.Reading;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search for the highest rate. */
class RateSearchTest {

  @ParameterizedTest
  @ValueSource(doubles = {16_000, 17_000, 31_999, 32_000, 47_500, 250_000})
  void comesWithinFivePercentOfTheLimit(double limit) {
    Outcome highest = RateSearch.highest(rate -> outcome(rate, rate <= limit));

    assertThat(highest.isCarried()).isTrue();
    assertThat(highest.offered()).isLessThanOrEqualTo(limit).isGreaterThan(limit / 1.05);
  }

  @Test
  void triesAgainWhereARateFailedOnce() {
    Set<Double> tried = new HashSet<>();

    Outcome highest = RateSearch.highest(rate -> outcome(rate, rate <= 47_500 && !tried.add(rate)));

    assertThat(highest.offered()).isBetween(47_500 / 1.05, 47_500.0);
  }

  @Test
  void givesTheFailureOfTheLowestRateWhereNoneIsCarried() {
    assertThat(RateSearch.highest(rate -> outcome(rate, false)).isCarried()).isFalse();
  }

  @Test
  void doesNotCallARateCarriedThatOnlyTheQueuesBore() {
    Reading all = new Reading(40_000, 0, 1, 1, 1, 1, 1);

    assertThat(new Outcome("x", 10_000, 4, 4, 0, 40_000, 0, 2_501, all, 0, 1).isCarried())
        .isFalse();
    assertThat(new Outcome("x", 10_000, 4, 4, 0, 40_000, 0, 2_500, all, 0, 1).isCarried()).isTrue();
    assertThat(new Outcome("x", 10_000, 4, 4, 0, 40_000, 1, 0, all, 0, 1).isCarried()).isFalse();
  }

  @Test
  void doesNotCallARateCarriedThatTheSimulatorWasTooSlowFor() {
    Reading all = new Reading(40_000, 0, 1, 1, 1, 1, 1);

    assertThat(new Outcome("x", 10_000, 4, 4.3, 0, 40_000, 0, 0, all, 0, 1).isCarried()).isFalse();
  }

  private static Outcome outcome(double rate, boolean carried) {
    long sent = (long) rate;
    long read = carried ? sent : sent - 1;
    return new Outcome("x", rate, 1, 1, 0, sent, 0, 0, new Reading(read, 0, 1, 1, 1, 1, 1), 0, 1);
  }
}
