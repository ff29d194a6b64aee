package io.github.kisconnect.transport;

import java.time.Duration;
import java.util.concurrent.Future;

/** Runs short tasks later, on one thread shared by all. Any thread may ask. */
interface Delays {

  /** Runs {@code task} after {@code delay}, unless the returned future is cancelled before. */
  Future<?> after(Duration delay, Runnable task);
}
