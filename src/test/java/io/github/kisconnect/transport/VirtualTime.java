package io.github.kisconnect.transport;

import io.github.kisconnect.session.TimeSource;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Time that passes only when told, with the delays that belong to it. One thread. */
final class VirtualTime implements TimeSource, Delays {

  /** Starts just below the overflow, where careless comparisons fail. */
  private long now = Long.MAX_VALUE - TimeUnit.SECONDS.toNanos(1);

  private long passed;

  /** A task and how much time must have passed before it runs. */
  private record Due(long at, Runnable task) {}

  private final Queue<Due> tasks = new PriorityQueue<>(Comparator.comparingLong(Due::at));

  @Override
  public long nanoTime() {
    return now;
  }

  @Override
  public long epochMicros() {
    return TimeUnit.NANOSECONDS.toMicros(passed);
  }

  @Override
  public Future<?> after(Duration delay, Runnable task) {
    tasks.add(new Due(passed + delay.toNanos(), task));
    return new CompletableFuture<Void>();
  }

  /** Lets time pass and runs what falls due, each task at its time. */
  void advance(Duration duration) {
    long end = passed + duration.toNanos();
    while (!tasks.isEmpty() && tasks.element().at() <= end) {
      Due due = tasks.remove();
      moveTo(due.at());
      due.task().run();
    }
    moveTo(end);
  }

  private void moveTo(long target) {
    now += target - passed;
    passed = target;
  }
}
