package io.github.kisconnect.simulator.market;

import java.util.SplittableRandom;

/** The call auction of one stock: a price that settles and a volume that grows. Not thread-safe. */
final class Auction {

  private static final int LARGEST_ORDER = 2_000;

  private final Listing listing;
  private final SplittableRandom random;

  private long price;
  private long volume;
  private long totalAskQuantity;
  private long totalBidQuantity;

  Auction(Listing listing, long seed) {
    this.listing = listing;
    this.random = new SplittableRandom(seed * 31 + listing.ticker().hashCode());
    this.price = opening();
    this.totalAskQuantity = random.nextLong(20_000, 80_000);
    this.totalBidQuantity = random.nextLong(20_000, 80_000);
  }

  Listing listing() {
    return listing;
  }

  /** The next indication; {@code progress} is the part of the auction gone by, 0 to 1. */
  Indication next(double progress) {
    long published = volume;
    boolean first = published == 0;
    int move = first ? 0 : move(progress);
    price = Math.min(Math.max(moved(move), listing.lowerLimit()), listing.upperLimit());
    volume = first ? random.nextLong(1_000, 300_000) : volume + order();
    totalAskQuantity = drift(totalAskQuantity);
    totalBidQuantity = drift(totalBidQuantity);
    boolean buyersLead = move > 0 || (move == 0 && random.nextBoolean());
    return new Indication(
        price,
        volume,
        volume - published,
        ask(buyersLead),
        bid(buyersLead),
        random.nextLong(1, totalAskQuantity),
        random.nextLong(1, totalBidQuantity),
        totalAskQuantity,
        totalBidQuantity,
        buyersLead);
  }

  /** Sellers wait at the price or one step above; at the upper limit nobody sells. */
  private long ask(boolean buyersLead) {
    if (price == listing.upperLimit()) {
      return 0;
    }
    return buyersLead || price == listing.lowerLimit() ? price : TickSize.above(price);
  }

  /** Buyers wait one step below or at the price; at the lower limit nobody buys. */
  private long bid(boolean buyersLead) {
    if (price == listing.lowerLimit()) {
      return 0;
    }
    return buyersLead && price != listing.upperLimit() ? TickSize.below(price) : price;
  }

  private long opening() {
    long offset = listing.previousClose() * random.nextLong(-500, 501) / 10_000;
    return TickSize.floor(listing.previousClose() + offset);
  }

  /** One step of the grid up or down, ever rarer towards the end. */
  private int move(double progress) {
    double likelihood = 0.02 + 0.38 * (1 - progress);
    return random.nextDouble() < likelihood ? (random.nextBoolean() ? 1 : -1) : 0;
  }

  private long moved(int move) {
    if (move == 0) {
      return price;
    }
    return move > 0 ? TickSize.above(price) : TickSize.below(price);
  }

  /** Shares that join the auction, or leave it by a cancellation. */
  private long order() {
    long shares = random.nextLong(0, LARGEST_ORDER);
    boolean cancelled = random.nextInt(10) == 0;
    return cancelled ? -Math.min(shares, volume - 1) : shares;
  }

  private long drift(long quantity) {
    return Math.max(1_000, quantity + random.nextLong(-500, 600));
  }
}
