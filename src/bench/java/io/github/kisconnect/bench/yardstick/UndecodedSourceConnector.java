package io.github.kisconnect.bench.yardstick;

/**
 * Puts the text of every frame into the topic as it is; one session. It uses nothing but the JDK
 * and the Connect API.
 */
public final class UndecodedSourceConnector extends EqualTasksSourceConnector {

  /** For Connect. */
  public UndecodedSourceConnector() {
    super(UndecodedSourceTask.class);
  }
}
