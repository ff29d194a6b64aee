package io.github.kisconnect.queue;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/** Bounded hand-over from I/O threads to one polling thread. */
public final class HandoverQueue<T> {

  /**
   * Creates an empty queue.
   *
   * @param capacity most items held
   * @param capacityBytes most weight held; one item always fits
   * @param weigher approximate bytes of an item
   * @param lost hears every lost item at the moment of loss, on the thread that lost it, outside
   *     the lock
   */
  public HandoverQueue(
      int capacity,
      long capacityBytes,
      OverflowPolicy policy,
      Duration blockTimeout,
      ToIntFunction<? super T> weigher,
      Consumer<? super T> lost) {
    throw new UnsupportedOperationException();
  }

  /** Hands an item over, by the policy where the queue is full; after close it is lost. */
  public void put(T item) {
    throw new UnsupportedOperationException();
  }

  /**
   * Waits for the first item, {@code timeout} at most, and takes up to {@code max} without waiting
   * for more; empty at timeout. Throws what {@link #fail} stored once the items before it are
   * taken.
   */
  public List<T> take(int max, Duration timeout) throws InterruptedException {
    throw new UnsupportedOperationException();
  }

  /** The next {@link #take} on an empty queue throws this. First failure wins. */
  public void fail(RuntimeException failure) {
    throw new UnsupportedOperationException();
  }

  /** Refuses further items, releases a blocked producer and says how many items it discarded. */
  public int close() {
    throw new UnsupportedOperationException();
  }
}
