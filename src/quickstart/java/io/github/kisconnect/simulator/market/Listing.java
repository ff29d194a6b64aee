package io.github.kisconnect.simulator.market;

import java.util.Map;
import java.util.SplittableRandom;

/**
 * What is known of a stock before its auction.
 *
 * @param ticker short code, MKSC_SHRN_ISCD
 * @param previousClose won, on the price grid
 * @param listedShares shares outstanding
 */
record Listing(String ticker, long previousClose, long listedShares) {

  private static final Map<String, Listing> WELL_KNOWN =
      Map.of(
          "005930", new Listing("005930", 76_300, 5_969_782_550L),
          "000660", new Listing("000660", 318_000, 728_002_365L),
          "035420", new Listing("035420", 214_500, 158_437_008L),
          "035720", new Listing("035720", 41_250, 443_534_170L),
          "005380", new Listing("005380", 236_000, 209_416_191L));

  /** A well-known stock as it is, any other ticker invented from its name. */
  static Listing of(String ticker) {
    Listing known = WELL_KNOWN.get(ticker);
    return known == null ? invented(ticker) : known;
  }

  long upperLimit() {
    return TickSize.floor(previousClose + previousClose * 3 / 10);
  }

  long lowerLimit() {
    return TickSize.ceiling(previousClose - previousClose * 3 / 10);
  }

  private static Listing invented(String ticker) {
    SplittableRandom random = new SplittableRandom(ticker.hashCode());
    long scale = (long) Math.pow(10, random.nextInt(3, 6));
    long close = TickSize.floor(random.nextLong(scale, 10 * scale));
    return new Listing(ticker, close, random.nextLong(1_000_000, 1_000_000_000));
  }
}
