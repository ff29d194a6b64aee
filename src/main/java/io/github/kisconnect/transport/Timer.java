package io.github.kisconnect.transport;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The delays of production: one daemon thread. After {@link #stop} delays already asked for still
 * run, and the thread ends with the last of them.
 */
final class Timer implements Delays {

  private final ScheduledThreadPoolExecutor executor =
      new ScheduledThreadPoolExecutor(1, new NamedThreads("kis-timer"));

  Timer() {
    executor.setRemoveOnCancelPolicy(true);
  }

  /** Once stopped there is nothing left to wait with, so the task runs at once. */
  @Override
  public Future<?> after(Duration delay, Runnable task) {
    try {
      return executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException stopped) {
      task.run();
      return CompletableFuture.completedFuture(null);
    }
  }

  void stop() {
    executor.shutdown();
  }
}
