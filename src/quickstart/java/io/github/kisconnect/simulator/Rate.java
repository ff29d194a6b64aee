package io.github.kisconnect.simulator;

/**
 * How much data is published.
 *
 * @param recordsPerSecond of each ticker, or of all together
 */
public record Rate(double recordsPerSecond, boolean perTicker) {

  public Rate {
    if (!(recordsPerSecond >= 0) || recordsPerSecond > 10_000_000) {
      throw new IllegalArgumentException(
          "A rate is 0 to 10000000 records per second, not " + recordsPerSecond + ".");
    }
  }

  public static Rate perTicker(double recordsPerSecond) {
    return new Rate(recordsPerSecond, true);
  }

  public static Rate total(double recordsPerSecond) {
    return new Rate(recordsPerSecond, false);
  }

  /** No data by itself. */
  public static Rate none() {
    return total(0);
  }

  double of(int tickers) {
    return perTicker ? recordsPerSecond * tickers : tickers == 0 ? 0 : recordsPerSecond;
  }
}
