package io.github.kisconnect.session;

/** Time, injected. Any thread. */
public interface TimeSource {

  /** Monotonic nanoseconds from an arbitrary origin. */
  long nanoTime();

  /** Microseconds since the epoch. */
  long epochMicros();
}
