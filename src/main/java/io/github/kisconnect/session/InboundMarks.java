package io.github.kisconnect.session;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * When frames of one connection came in. Written by its I/O thread, one call at a time, but for the
 * beats of the session thread; read by any thread. Frames that were read from the socket together
 * came in together, so that clocks are asked and marks are made once for all of them.
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
  private volatile Heartbeat heartbeat;
  private long arrivedNanos;
  private long arrivedMicros;
  private boolean frameMarked;
  private boolean recordMarked;
  private long freeSinceNanos;
  private long behindNanos;
  private boolean drained;

  InboundMarks(TimeSource time) {
    this.time = time;
    this.freeSinceNanos = time.nanoTime();
    this.heartbeat = Heartbeat.none(freeSinceNanos);
  }

  /** The session thread is at work, and will be every second from now on. */
  void beat() {
    heartbeat = heartbeat.next(true, time.nanoTime());
  }

  /** The session thread is at work, and this was the last beat. */
  void lastBeat() {
    heartbeat = heartbeat.next(false, time.nanoTime());
  }

  /**
   * Bytes were read; until they are {@link #handled} silence says nothing.
   *
   * @param all whether these were all that had come
   */
  void arrived(boolean all) {
    arrivedMicros = time.epochMicros();
    arrivedNanos = time.nanoTime();
    long behind = arrivedNanos - freeSinceNanos < CAUGHT_UP_NANOS ? behindNanos : 0;
    behindNanos = Math.max(behind, heartbeat.stoodStill(freeSinceNanos, arrivedNanos));
    drained = all;
    frameMarked = false;
    recordMarked = false;
    busy = true;
  }

  /**
   * A frame of any kind was among the bytes; gives the time of its receipt, microseconds since the
   * epoch. Bytes without one prove nothing: on a connection that is being closed Tyrus drops them.
   */
  long frame() {
    if (!frameMarked) {
      frameMarked = true;
      inboundNanos = arrivedNanos;
      inboundMicros = arrivedMicros;
      completeUntilMicros = arrivedMicros - TimeUnit.NANOSECONDS.toMicros(behindNanos);
      inbound = true;
    }
    return arrivedMicros;
  }

  /** The frame just marked held a record. */
  void record() {
    if (!recordMarked) {
      recordMarked = true;
      dataNanos = arrivedNanos;
      dataMicros = arrivedMicros;
      data = true;
    }
  }

  /** The bytes are handed on. Time spent on them is not silence of the server. */
  void handled() {
    long nanos = time.nanoTime();
    behindNanos = (drained ? 0 : behindNanos) + nanos - arrivedNanos;
    freeSinceNanos = nanos;
    if (frameMarked) {
      inboundNanos = nanos;
    }
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
   * the time that the reader was held up since it last had read all there was, or that the process
   * stood still. For as long it read what had been waiting, and may read it after the server is
   * gone.
   */
  OptionalLong completeUntilMicros() {
    return inbound ? OptionalLong.of(completeUntilMicros) : OptionalLong.empty();
  }

  OptionalLong dataMicros() {
    return data ? OptionalLong.of(dataMicros) : OptionalLong.empty();
  }
}
