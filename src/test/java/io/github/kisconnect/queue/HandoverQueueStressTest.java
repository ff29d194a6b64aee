package io.github.kisconnect.queue;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several producers against one taker at full speed, closed in the middle: no item unaccounted. */
@Timeout(60)
class HandoverQueueStressTest {

  private static final int PRODUCERS = 3;
  private static final int ITEMS_OF_EACH = 50_000;

  @ParameterizedTest
  @EnumSource
  void everyItemIsTakenLostDiscardedOrRefusedExactlyOnce(OverflowPolicy policy) throws Exception {
    Queue<Item> lost = new ConcurrentLinkedQueue<>();
    HandoverQueue<Item> queue =
        new HandoverQueue<>(512, 20_000, policy, Duration.ofSeconds(30), Item::weight, lost::add);
    List<Item> taken = new ArrayList<>();

    int discarded = run(queue, taken);

    assertThat(taken.size() + lost.size() + discarded + queue.refused())
        .isEqualTo(PRODUCERS * ITEMS_OF_EACH);
    assertThat(queue.lost()).isEqualTo(lost.size());
    assertThat(queue.highWaterMark()).isLessThanOrEqualTo(512);
    assertThat(Stream.concat(taken.stream(), lost.stream())).doesNotHaveDuplicates();
    assertEachProducersOrderIsKept(taken);
  }

  /** Takes about half of what could come, then closes while the producers go on. */
  private static int run(HandoverQueue<Item> queue, List<Item> taken) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(PRODUCERS);
    CyclicBarrier start = new CyclicBarrier(PRODUCERS + 1);
    try {
      List<Future<Void>> producers = new ArrayList<>();
      for (int producer = 0; producer < PRODUCERS; producer++) {
        producers.add(threads.submit(producer(producer, queue, start)));
      }
      start.await();
      boolean open = true;
      while (open && taken.size() < PRODUCERS * ITEMS_OF_EACH / 2) {
        open = takeInto(taken, queue);
      }
      int discarded = queue.close();
      for (Future<Void> producer : producers) {
        producer.get(30, SECONDS);
      }
      return discarded;
    } finally {
      threads.shutdownNow();
    }
  }

  /** Whether more may come: not after the failure, nor where the producers came to their end. */
  private static boolean takeInto(List<Item> taken, HandoverQueue<Item> queue)
      throws InterruptedException {
    try {
      List<Item> batch = queue.take(100, Duration.ofMillis(200));
      taken.addAll(batch);
      return !batch.isEmpty();
    } catch (QueueOverflowException overflow) {
      return false;
    }
  }

  private static Callable<Void> producer(
      int producer, HandoverQueue<Item> queue, CyclicBarrier start) {
    return () -> {
      start.await();
      for (int number = 0; number < ITEMS_OF_EACH; number++) {
        queue.put(new Item(producer, number));
      }
      return null;
    };
  }

  private static void assertEachProducersOrderIsKept(List<Item> taken) {
    for (int producer = 0; producer < PRODUCERS; producer++) {
      int wanted = producer;
      assertThat(taken.stream().filter(item -> item.producer() == wanted).map(Item::number))
          .isSorted();
    }
  }

  /** The n-th item of a producer. */
  private record Item(int producer, int number) {
    int weight() {
      return 10 + number % 50;
    }
  }
}
