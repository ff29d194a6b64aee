package io.github.kisconnect.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Hands something from one thread to the test, which waits for it a few seconds at most. */
final class Inbox<T> {

  private static final long PATIENCE_SECONDS = 30;

  private final BlockingQueue<T> queue = new LinkedBlockingQueue<>();

  void add(T item) {
    queue.add(item);
  }

  T take() {
    try {
      T item = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(item).as("nothing came").isNotNull();
      return item;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  boolean isEmpty() {
    return queue.isEmpty();
  }
}
