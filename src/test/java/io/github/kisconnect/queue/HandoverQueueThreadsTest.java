package io.github.kisconnect.queue;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What wakes a waiting thread and what it then finds. Waits in the queue are a day long, so that a
 * missing signal fails the test instead of passing late.
 */
@Timeout(20)
class HandoverQueueThreadsTest {

  private static final Duration FOREVER = Duration.ofDays(1);

  private final List<String> lost = new CopyOnWriteArrayList<>();
  private final List<String> losingThreads = new CopyOnWriteArrayList<>();

  @Test
  void wakesTheTakerAtTheFirstItem() throws Exception {
    HandoverQueue<String> queue = queue(10, OverflowPolicy.DROP_OLDEST, FOREVER);
    Waiting<List<String>> taker = waiting(() -> queue.take(100, FOREVER));

    queue.put("a");

    assertThat(taker.result()).containsExactly("a");
  }

  @Test
  void wakesTheTakerAgainAfterEachEmptiness() throws Exception {
    HandoverQueue<String> queue = queue(10, OverflowPolicy.DROP_OLDEST, FOREVER);
    for (int round = 0; round < 100; round++) {
      Waiting<List<String>> taker = waiting(() -> queue.take(100, FOREVER));
      queue.put("a");
      assertThat(taker.result()).containsExactly("a");
    }
  }

  @Test
  void wakesTheTakerForAFailure() throws Exception {
    HandoverQueue<String> queue = queue(10, OverflowPolicy.DROP_OLDEST, FOREVER);
    IllegalStateException failure = new IllegalStateException("no session");
    Waiting<List<String>> taker = waiting(() -> queue.take(100, FOREVER));

    queue.fail(failure);

    assertThatThrownBy(taker::result).isInstanceOf(ExecutionException.class).hasCause(failure);
  }

  @Test
  void wakesTheTakerAtClose() throws Exception {
    HandoverQueue<String> queue = queue(10, OverflowPolicy.DROP_OLDEST, FOREVER);
    Waiting<List<String>> taker = waiting(() -> queue.take(100, FOREVER));

    queue.close();

    assertThat(taker.result()).isEmpty();
  }

  @Test
  void anInterruptEndsTheWaitOfTheTakerAndNoItemGoesMissing() throws Exception {
    HandoverQueue<String> queue = queue(10, OverflowPolicy.DROP_OLDEST, FOREVER);
    Waiting<List<String>> taker = waiting(() -> queue.take(100, FOREVER));

    taker.thread.interrupt();

    assertThatThrownBy(taker::result).hasCauseInstanceOf(InterruptedException.class);
    queue.put("a");
    assertThat(queue.take(100, Duration.ZERO)).containsExactly("a");
  }

  @Test
  void aBlockedProducerGoesOnWhenTheTakerMakesRoom() throws Exception {
    HandoverQueue<String> queue = queue(1, OverflowPolicy.BLOCK, FOREVER);
    queue.put("a");
    Waiting<Void> producer = waiting(() -> put(queue, "b"));

    assertThat(queue.take(100, FOREVER)).containsExactly("a");
    assertThat(queue.take(100, FOREVER)).containsExactly("b");
    producer.result();
    assertThat(lost).isEmpty();
  }

  @Test
  void aBlockedProducerWaitsUntilThereIsRoomForTheWeightOfItsItem() throws Exception {
    HandoverQueue<String> queue = queue(3, OverflowPolicy.BLOCK, FOREVER);
    queue.put("a");
    queue.put("b");
    Waiting<Void> producer = waiting(() -> put(queue, "heavy"));

    assertThat(queue.take(1, FOREVER)).containsExactly("a");
    producer.awaitWaiting();
    assertThat(queue.take(1, FOREVER)).containsExactly("b");
    assertThat(queue.take(1, FOREVER)).containsExactly("heavy");
    producer.result();
  }

  @Test
  void allBlockedProducersGoOnWhenOneTakeMakesRoomForAll() throws Exception {
    HandoverQueue<String> queue = queue(2, OverflowPolicy.BLOCK, FOREVER);
    queue.put("a");
    queue.put("b");
    Waiting<Void> first = waiting(() -> put(queue, "c"));
    Waiting<Void> second = waiting(() -> put(queue, "d"));

    assertThat(queue.take(2, FOREVER)).containsExactly("a", "b");
    first.result();
    second.result();
    assertThat(queue.take(2, FOREVER)).containsExactlyInAnyOrder("c", "d");
  }

  @Test
  void aBlockedProducerLosesItsItemAtTheTimeout() throws Exception {
    HandoverQueue<String> queue = queue(1, OverflowPolicy.BLOCK, Duration.ofMillis(1));
    queue.put("a");

    queue.put("b");

    assertThat(lost).containsExactly("b");
    assertThat(queue.take(100, FOREVER)).containsExactly("a");
  }

  @Test
  @Timeout(10)
  void producersAreHeldUpOnceUntilTheTakerComesAgain() throws Exception {
    HandoverQueue<String> queue = queue(1, OverflowPolicy.BLOCK, Duration.ofSeconds(1));
    queue.put("a");

    for (int i = 0; i < 100; i++) {
      queue.put("b");
    }

    assertThat(lost).hasSize(100);
    assertThat(queue.take(100, FOREVER)).containsExactly("a");
    queue.put("c");
    Waiting<Void> producer = waiting(() -> put(queue, "d"));
    assertThat(queue.take(100, FOREVER)).containsExactly("c");
    producer.result();
    assertThat(lost).hasSize(100);
  }

  @Test
  void closeReleasesABlockedProducerWhoseItemIsThenRefused() throws Exception {
    HandoverQueue<String> queue = queue(1, OverflowPolicy.BLOCK, FOREVER);
    queue.put("a");
    Waiting<Void> producer = waiting(() -> put(queue, "b"));

    assertThat(queue.close()).isEqualTo(1);

    producer.result();
    assertThat(queue.refused()).isEqualTo(1);
    assertThat(lost).isEmpty();
  }

  @Test
  void aFailureReleasesABlockedProducerWhoseItemIsThenRefused() throws Exception {
    HandoverQueue<String> queue = queue(1, OverflowPolicy.BLOCK, FOREVER);
    queue.put("a");
    Waiting<Void> producer = waiting(() -> put(queue, "b"));

    queue.fail(new IllegalStateException("no session"));

    producer.result();
    assertThat(queue.refused()).isEqualTo(1);
    assertThat(lost).isEmpty();
  }

  @Test
  void anInterruptedProducerLosesItsItemAndKeepsItsFlag() throws Exception {
    HandoverQueue<String> queue = queue(1, OverflowPolicy.BLOCK, FOREVER);
    queue.put("a");
    Waiting<Boolean> producer =
        waiting(
            () -> {
              queue.put("b");
              return Thread.currentThread().isInterrupted();
            });

    producer.thread.interrupt();

    assertThat(producer.result()).isTrue();
    assertThat(lost).containsExactly("b");
    assertThat(losingThreads).containsExactly(producer.thread.getName());
  }

  @Test
  void nothingPutLaterIsTakenBeforeTheListenerHasHeardOfTheLoss() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    HandoverQueue<String> queue =
        new HandoverQueue<>(
            1,
            100,
            OverflowPolicy.DROP_OLDEST,
            FOREVER,
            String::length,
            item -> {
              awaitUninterruptibly(release);
              lost.add(item);
            });
    queue.put("a");
    Waiting<Void> producer = waiting(() -> put(queue, "b"));
    Waiting<List<String>> taker =
        waiting(
            () -> {
              queue.take(100, FOREVER);
              return List.copyOf(lost);
            });

    release.countDown();

    assertThat(taker.result()).containsExactly("a");
    producer.result();
  }

  private HandoverQueue<String> queue(int capacity, OverflowPolicy policy, Duration blockTimeout) {
    return new HandoverQueue<>(
        capacity,
        5,
        policy,
        blockTimeout,
        String::length,
        item -> {
          lost.add(item);
          losingThreads.add(Thread.currentThread().getName());
        });
  }

  private static Void put(HandoverQueue<String> queue, String item) {
    queue.put(item);
    return null;
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  /** Starts a thread and returns once it is parked. */
  private static <V> Waiting<V> waiting(Callable<V> work) {
    FutureTask<V> task = new FutureTask<>(work);
    Thread thread = new Thread(task, "waiting");
    thread.setDaemon(true);
    thread.start();
    Waiting<V> waiting = new Waiting<>(thread, task);
    waiting.awaitWaiting();
    return waiting;
  }

  /** A thread that waits in the queue, and what it brings back. */
  private record Waiting<V>(Thread thread, FutureTask<V> task) {

    void awaitWaiting() {
      while (thread.getState() != Thread.State.TIMED_WAITING
          && thread.getState() != Thread.State.WAITING) {
        assertThat(thread.getState()).isNotEqualTo(Thread.State.TERMINATED);
        Thread.onSpinWait();
      }
    }

    V result() throws Exception {
      return task.get(10, SECONDS);
    }
  }
}
