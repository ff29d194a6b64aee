package io.github.kisconnect.simulator.market;

/** The price grid of KRX: whole won, coarser with the price. */
final class TickSize {

  private TickSize() {}

  /** The step of the grid at a price. */
  static long at(long price) {
    if (price < 2_000) {
      return 1;
    }
    if (price < 5_000) {
      return 5;
    }
    if (price < 20_000) {
      return 10;
    }
    if (price < 50_000) {
      return 50;
    }
    if (price < 200_000) {
      return 100;
    }
    return price < 500_000 ? 500 : 1_000;
  }

  static boolean holds(long price) {
    return price % at(price) == 0;
  }

  /** The highest price of the grid that is not above {@code price}. */
  static long floor(long price) {
    return price - price % at(price);
  }

  /** The lowest price of the grid that is not below {@code price}. */
  static long ceiling(long price) {
    return holds(price) ? price : above(floor(price));
  }

  static long above(long price) {
    return price + at(price);
  }

  static long below(long price) {
    return floor(price - 1);
  }
}
