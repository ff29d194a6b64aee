package io.github.kisconnect.bench;

import io.github.kisconnect.queue.HandoverQueue;
import io.github.kisconnect.queue.OverflowPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.GroupThreads;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Two I/O threads against one polling thread, for the connector's queue and for a bare one of the
 * JDK. A put waits where the queue is full, so its figure is what an item costs in the long run; a
 * take is a whole batch.
 */
@State(Scope.Group)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class HandoverBenchmark {

  private static final int CAPACITY = 65_536;
  private static final int BATCH = 2048;
  private static final Duration TIMEOUT = Duration.ofMillis(100);
  private static final Object ITEM = new Object();

  private final HandoverQueue<Object> queue =
      new HandoverQueue<>(
          CAPACITY, Long.MAX_VALUE, OverflowPolicy.BLOCK, TIMEOUT, item -> 256, item -> {});
  private final ArrayBlockingQueue<Object> plain = new ArrayBlockingQueue<>(CAPACITY);

  @Benchmark
  @Group("handover")
  @GroupThreads(2)
  public void put() {
    queue.put(ITEM);
  }

  @Benchmark
  @Group("handover")
  public List<Object> take() throws InterruptedException {
    return queue.take(BATCH, TIMEOUT);
  }

  @Benchmark
  @Group("arrayBlockingQueue")
  @GroupThreads(2)
  public boolean plainPut() throws InterruptedException {
    return plain.offer(ITEM, TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Benchmark
  @Group("arrayBlockingQueue")
  public List<Object> plainTake() throws InterruptedException {
    List<Object> batch = new ArrayList<>();
    Object first = plain.poll(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    if (first != null) {
      batch.add(first);
      plain.drainTo(batch, BATCH - 1);
    }
    return batch;
  }
}
