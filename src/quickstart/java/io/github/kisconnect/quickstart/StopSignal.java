package io.github.kisconnect.quickstart;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C. The JVM's end is held up until this is closed, so that the main thread can end everything
 * in order; not for longer than a minute.
 */
final class StopSignal implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final CountDownLatch requested = new CountDownLatch(1);
  private final CountDownLatch finished = new CountDownLatch(1);

  private StopSignal() {}

  /** Listens for the end of the JVM from now on. */
  static StopSignal install() {
    StopSignal signal = new StopSignal();
    Runtime.getRuntime().addShutdownHook(new Thread(signal::holdUp, "quickstart-stop"));
    return signal;
  }

  boolean isRequested() {
    return requested.getCount() == 0;
  }

  /**
   * Returns unless a stop is wanted.
   *
   * @throws StopRequestedException if it is
   */
  void check() {
    if (isRequested()) {
      throw new StopRequestedException();
    }
  }

  @Override
  public void close() {
    finished.countDown();
  }

  private void holdUp() {
    requested.countDown();
    try {
      finished.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Leads out of whatever was going on when Ctrl-C was pressed. */
  static final class StopRequestedException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
