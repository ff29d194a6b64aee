package io.github.kisconnect.session;

import java.util.OptionalLong;

/**
 * When frames of one connection came in. Written by its I/O thread, one call at a time; read by any
 * thread.
 */
final class InboundMarks {

  private final TimeSource time;
  private volatile long inboundNanos;
  private volatile long inboundMicros;
  private volatile long dataNanos;
  private volatile long dataMicros;
  private volatile boolean inbound;
  private volatile boolean data;
  private volatile boolean busy;

  InboundMarks(TimeSource time) {
    this.time = time;
  }

  /** A frame of any kind came; gives the time of receipt, microseconds since the epoch. */
  long frame() {
    long micros = time.epochMicros();
    inboundNanos = time.nanoTime();
    inboundMicros = micros;
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
    inboundNanos = time.nanoTime();
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

  OptionalLong dataMicros() {
    return data ? OptionalLong.of(dataMicros) : OptionalLong.empty();
  }
}
