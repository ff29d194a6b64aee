package io.github.kisconnect.simulator.market;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.function.LongSupplier;

/**
 * The clock of the exchange: runs from the start of the auction to its end, and then either starts
 * over or goes on. Any thread.
 */
public final class AuctionClock {

  private final LongSupplier nanoTime;
  private final LocalDateTime start;
  private final long lengthNanos;
  private final double speed;
  private final boolean repeating;
  private volatile Run run;

  /**
   * @param nanoTime monotonic nanoseconds
   * @param start date and time in Korea at which the auction starts
   * @param length how long it lasts on this clock
   * @param speed seconds of this clock in one real second
   * @param repeating whether the auction is played again when it ends
   */
  public AuctionClock(
      LongSupplier nanoTime,
      LocalDateTime start,
      Duration length,
      double speed,
      boolean repeating) {
    this.nanoTime = nanoTime;
    this.start = start;
    this.lengthNanos = length.toNanos();
    this.speed = speed;
    this.repeating = repeating;
    this.run = new Run(0, nanoTime.getAsLong());
  }

  public LocalDateTime now() {
    long elapsed = elapsed();
    return start.plusNanos(repeating ? elapsed % lengthNanos : elapsed);
  }

  /** The part of the auction gone by, 0 to 1. */
  public double progress() {
    long elapsed = elapsed();
    return Math.min(1, (double) (repeating ? elapsed % lengthNanos : elapsed) / lengthNanos);
  }

  /** Whether indications are published. */
  public boolean running() {
    return repeating || elapsed() < lengthNanos;
  }

  /** Which playing of the auction this is; changes when it starts over. */
  public long round() {
    return run.number() + (repeating ? elapsed() / lengthNanos : 0);
  }

  /** Starts the auction over. */
  public void restart() {
    run = new Run(round() + 1, nanoTime.getAsLong());
  }

  private long elapsed() {
    return (long) ((nanoTime.getAsLong() - run.startedAt()) * speed);
  }

  /** The playing that began by hand, and when. */
  private record Run(long number, long startedAt) {}
}
