package io.github.kisconnect.session;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * When frames of one connection came in. Written by its I/O thread, one call at a time; read by any
 * thread.
 */
final class InboundMarks {

  /** A reader that had to wait as long as this has read all there was. */
  private static final long CAUGHT_UP_NANOS = Duration.ofMillis(20).toNanos();

  private final TimeSource time;
  private volatile long inboundNanos;
  private volatile long inboundMicros;
  private volatile long dataNanos;
  private volatile long dataMicros;
  private volatile boolean inbound;
  private volatile boolean data;
  private volatile boolean busy;
  private volatile long completeUntilMicros;
  private long freeSinceNanos;
  private long behindNanos;

  InboundMarks(TimeSource time) {
    this.time = time;
    this.freeSinceNanos = time.nanoTime();
  }

  /** A frame of any kind came; gives the time of receipt, microseconds since the epoch. */
  long frame() {
    long micros = time.epochMicros();
    long nanos = time.nanoTime();
    behindNanos = nanos - freeSinceNanos < CAUGHT_UP_NANOS ? behindNanos : 0;
    freeSinceNanos = nanos;
    inboundNanos = nanos;
    inboundMicros = micros;
    completeUntilMicros = micros - TimeUnit.NANOSECONDS.toMicros(behindNanos);
    inbound = true;
    return micros;
  }

  /** The frame just marked held a record. */
  void record() {
    dataNanos = inboundNanos;
    dataMicros = inboundMicros;
    data = true;
  }

  /** The reader is handing a frame on; until {@link #released} silence says nothing. */
  void handing() {
    busy = true;
  }

  /** The frame is handed on. Time spent on it is not silence of the server. */
  void released() {
    long nanos = time.nanoTime();
    behindNanos += nanos - inboundNanos;
    freeSinceNanos = nanos;
    inboundNanos = nanos;
    busy = false;
  }

  boolean busy() {
    return busy;
  }

  boolean hasData() {
    return data;
  }

  /** Monotonic; of use only after the first frame. */
  long inboundNanos() {
    return inboundNanos;
  }

  /** Monotonic; of use only where {@link #hasData}. */
  long dataNanos() {
    return dataNanos;
  }

  OptionalLong inboundMicros() {
    return inbound ? OptionalLong.of(inboundMicros) : OptionalLong.empty();
  }

  /**
   * Until when nothing can be missing of what the server sent: the receipt of the last frame, less
   * the time that the reader was held up since it last had to wait for a frame. For as long it read
   * what had been waiting, and may read it after the server is gone.
   */
  OptionalLong completeUntilMicros() {
    return inbound ? OptionalLong.of(completeUntilMicros) : OptionalLong.empty();
  }

  OptionalLong dataMicros() {
    return data ? OptionalLong.of(dataMicros) : OptionalLong.empty();
  }
}
