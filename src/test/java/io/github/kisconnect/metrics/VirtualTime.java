package io.github.kisconnect.metrics;

import io.github.kisconnect.session.TimeSource;
import java.time.Duration;

/** A clock that stands until it is moved. */
final class VirtualTime implements TimeSource {

  static final long EPOCH_MICROS = 1_780_000_000_000_000L;

  private long nanos;

  @Override
  public long nanoTime() {
    return nanos;
  }

  @Override
  public long epochMicros() {
    return EPOCH_MICROS + nanos / 1_000;
  }

  void advance(Duration by) {
    nanos += by.toNanos();
  }
}
