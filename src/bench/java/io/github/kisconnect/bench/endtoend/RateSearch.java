package io.github.kisconnect.bench.endtoend;

import java.util.function.DoubleFunction;

/**
 * Looks for the highest rate that is carried: doubles, then halves the interval. A rate that failed
 * has a second chance, since a machine with other work, or a compiler that wakes up, is no limit.
 */
final class RateSearch {

  private static final double FIRST = 16_000;
  private static final double MOST = 1_000_000;
  private static final double PRECISION = 1.05;
  private static final double ROUND = 500;

  private RateSearch() {}

  /**
   * Tries rates.
   *
   * @param attempt offers a rate
   * @return the outcome of the highest rate that was carried, or the failure of the lowest
   */
  static Outcome highest(DoubleFunction<Outcome> attempt) {
    return search(
        rate -> {
          Outcome first = attempt.apply(rate);
          return first.isCarried() ? first : attempt.apply(rate);
        });
  }

  private static Outcome search(DoubleFunction<Outcome> attempt) {
    Outcome best = attempt.apply(FIRST);
    if (!best.isCarried()) {
      return best;
    }
    double bad = FIRST;
    while (best.offered() == bad && bad < MOST) {
      bad *= 2;
      Outcome next = attempt.apply(bad);
      best = next.isCarried() ? next : best;
    }
    while (bad / best.offered() > PRECISION) {
      double middle = Math.rint(Math.sqrt(bad * best.offered()) / ROUND) * ROUND;
      Outcome next = attempt.apply(middle);
      best = next.isCarried() ? next : best;
      bad = next.isCarried() ? bad : middle;
    }
    return best;
  }
}
