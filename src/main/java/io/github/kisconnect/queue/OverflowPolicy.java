package io.github.kisconnect.queue;

/** What happens to an item when the queue is full. */
public enum OverflowPolicy {
  /** The oldest item makes room. */
  DROP_OLDEST,
  /** The new item is lost. */
  DROP_NEWEST,
  /**
   * The producer waits, up to a timeout; then the new item is lost, and so at once is whatever
   * finds no room until the consumer takes something.
   */
  BLOCK,
  /** The new item is lost and the consumer fails. */
  FAIL
}
