package io.github.kisconnect.simulator;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets any thread wait until something visible has changed. */
final class Changes {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /** Wakes everybody who waits; called after each change. */
  void happened() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until a value is there.
   *
   * @throws IllegalStateException when it is not there in time
   */
  <T> T await(Supplier<Optional<T>> value, Duration limit, Supplier<String> complaint) {
    lock.lock();
    try {
      long left = limit.toNanos();
      for (Optional<T> found = value.get(); ; found = value.get()) {
        if (found.isPresent()) {
          return found.get();
        }
        if (left <= 0) {
          throw new IllegalStateException(
              complaint.get()
                  + " within "
                  + TimeUnit.NANOSECONDS.toMillis(limit.toNanos())
                  + " ms.");
        }
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for the simulator.", e);
    } finally {
      lock.unlock();
    }
  }
}
