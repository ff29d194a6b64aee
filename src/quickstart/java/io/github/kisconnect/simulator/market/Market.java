package io.github.kisconnect.simulator.market;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;

/**
 * All auctions of one morning. Two markets with one seed publish the same prices and volumes per
 * ticker, in whatever order tickers are asked for. Not thread-safe.
 */
public final class Market {

  private final AuctionClock clock;
  private final long seed;
  private final RecordColumns columns;
  private final Map<String, Auction> auctions = new HashMap<>();
  private long round;

  /**
   * @param width columns of a record, at least 45
   */
  public Market(AuctionClock clock, long seed, int width) {
    this.clock = clock;
    this.seed = seed;
    this.columns = new RecordColumns(width);
  }

  /** The next indication of a ticker, at the time of the exchange's clock. */
  public MarketRecord next(String ticker) {
    startOverWithTheClock();
    Auction auction = auctions.computeIfAbsent(ticker, name -> new Auction(Listing.of(name), seed));
    LocalDateTime now = clock.now();
    Indication indication = auction.next(clock.progress());
    return new MarketRecord(ticker, columns.fields(auction.listing(), indication, now), now);
  }

  private void startOverWithTheClock() {
    if (clock.round() != round) {
      round = clock.round();
      auctions.clear();
    }
  }
}
