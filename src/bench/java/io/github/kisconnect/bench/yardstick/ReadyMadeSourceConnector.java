package io.github.kisconnect.bench.yardstick;

/**
 * Hands the same thousand records, which the product made of a sample of the feed, to Connect again
 * and again, as fast as Connect takes them.
 */
public final class ReadyMadeSourceConnector extends EqualTasksSourceConnector {

  /** For Connect. */
  public ReadyMadeSourceConnector() {
    super(ReadyMadeSourceTask.class);
  }
}
