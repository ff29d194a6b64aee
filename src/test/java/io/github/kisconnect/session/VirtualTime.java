package io.github.kisconnect.session;

import java.time.Duration;

/** A clock that stands until it is moved. Starts below zero, as the real one may. */
final class VirtualTime implements TimeSource {

  static final long EPOCH_MICROS = 1_780_000_000_000_000L;
  private static final long ORIGIN_NANOS = -5_000_000_000L;

  private long nanos = ORIGIN_NANOS;

  @Override
  public long nanoTime() {
    return nanos;
  }

  @Override
  public long epochMicros() {
    return EPOCH_MICROS + (nanos - ORIGIN_NANOS) / 1_000;
  }

  void advance(Duration by) {
    nanos += by.toNanos();
  }

  Duration elapsed() {
    return Duration.ofNanos(nanos - ORIGIN_NANOS);
  }
}
