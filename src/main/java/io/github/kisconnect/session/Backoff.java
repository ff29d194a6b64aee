package io.github.kisconnect.session;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Waits that double from the first to the longest. Jitter only lengthens a wait, by a quarter at
 * most, so that the first wait is also the least. Session thread.
 */
final class Backoff {

  private static final double JITTER = 0.25;

  private final long firstNanos;
  private final long maxNanos;
  private long nextNanos;

  Backoff(Duration first, Duration max) {
    this.firstNanos = first.toNanos();
    this.maxNanos = Math.max(first.toNanos(), max.toNanos());
    this.nextNanos = firstNanos;
  }

  Duration next(RandomGenerator random) {
    long wait = nextNanos;
    nextNanos = wait > maxNanos / 2 ? maxNanos : wait * 2;
    return jittered(Duration.ofNanos(wait), random);
  }

  static Duration jittered(Duration least, RandomGenerator random) {
    return least.plusNanos((long) (least.toNanos() * JITTER * random.nextDouble()));
  }

  void reset() {
    nextNanos = firstNanos;
  }
}
