package io.github.kisconnect.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** Any course of puts, takes, failures and closes gives what a naive model gives. */
class HandoverQueuePropertyTest {

  @Property
  void doesWhatTheModelDoes(
      @ForAll @IntRange(min = 1, max = 6) int capacity,
      @ForAll @IntRange(min = 1, max = 20) int bytes,
      @ForAll OverflowPolicy policy,
      @ForAll("courses") List<Step> course)
      throws Exception {
    List<Item> lost = new ArrayList<>();
    HandoverQueue<Item> queue =
        new HandoverQueue<>(capacity, bytes, policy, Duration.ZERO, Item::weight, lost::add);
    Model model = new Model(capacity, bytes, policy);
    int discarded = 0;

    for (Step step : course) {
      switch (step.kind()) {
        case PUT -> {
          Item item = new Item(step.number());
          queue.put(item);
          model.put(item);
        }
        case TAKE -> {
          if (model.throwsNow()) {
            assertThatThrownBy(() -> queue.take(step.number(), Duration.ZERO))
                .isInstanceOf(RuntimeException.class);
          } else {
            assertThat(queue.take(step.number(), Duration.ZERO))
                .containsExactlyElementsOf(model.take(step.number()));
          }
        }
        case FAIL -> {
          queue.fail(new IllegalStateException("no session"));
          model.failed = true;
        }
        case CLOSE -> {
          int now = queue.close();
          assertThat(now).isEqualTo(model.close());
          discarded += now;
        }
      }
      assertThat(lost).containsExactlyElementsOf(model.lost);
      assertThat(queue.lost()).isEqualTo(lost.size());
      assertThat(queue.refused()).isEqualTo(model.refused);
      assertThat(queue.size()).isEqualTo(model.held.size());
      assertThat(queue.bytes()).isEqualTo(model.bytes());
    }
    assertThat(model.put)
        .isEqualTo(model.taken + lost.size() + discarded + model.refused + queue.size());
  }

  @Provide
  Arbitrary<List<Step>> courses() {
    return Arbitraries.frequencyOf(
            Tuple.of(12, step(Kind.PUT, 0, 25)),
            Tuple.of(6, step(Kind.TAKE, 1, 4)),
            Tuple.of(1, step(Kind.FAIL, 0, 0)),
            Tuple.of(1, step(Kind.CLOSE, 0, 0)))
        .list()
        .ofMaxSize(40);
  }

  private static Arbitrary<Step> step(Kind kind, int least, int most) {
    return Arbitraries.integers().between(least, most).map(number -> new Step(kind, number));
  }

  /** What can be done to a queue. */
  private enum Kind {
    PUT,
    TAKE,
    FAIL,
    CLOSE
  }

  /** One act: the weight of the item to put, or the number of items to take. */
  private record Step(Kind kind, int number) {}

  /** An item that equals itself only. */
  private static final class Item {
    private final int weight;

    private Item(int weight) {
      this.weight = weight;
    }

    private int weight() {
      return weight;
    }
  }

  /** The queue as one would explain it: a list, looked over from end to end each time. */
  private static final class Model {
    private final int capacity;
    private final int maxBytes;
    private final OverflowPolicy policy;
    private final List<Item> held = new ArrayList<>();
    private final List<Item> lost = new ArrayList<>();
    private int put;
    private int taken;
    private int refused;
    private boolean failed;
    private boolean closed;

    private Model(int capacity, int maxBytes, OverflowPolicy policy) {
      this.capacity = capacity;
      this.maxBytes = maxBytes;
      this.policy = policy;
    }

    private void put(Item item) {
      put++;
      if (failed || closed) {
        refused++;
        return;
      }
      if (policy == OverflowPolicy.DROP_OLDEST) {
        while (!hasRoomFor(item)) {
          lost.add(held.remove(0));
        }
      }
      if (hasRoomFor(item)) {
        held.add(item);
      } else {
        lost.add(item);
        failed = policy == OverflowPolicy.FAIL;
      }
    }

    private List<Item> take(int max) {
      List<Item> batch = new ArrayList<>();
      while (!held.isEmpty() && batch.size() < max) {
        batch.add(held.remove(0));
      }
      taken += batch.size();
      return batch;
    }

    private boolean throwsNow() {
      return failed && !closed && held.isEmpty();
    }

    private int close() {
      int discarded = held.size();
      held.clear();
      closed = true;
      return discarded;
    }

    private boolean hasRoomFor(Item item) {
      return held.isEmpty() || (held.size() < capacity && bytes() + item.weight() <= maxBytes);
    }

    private int bytes() {
      return held.stream().mapToInt(Item::weight).sum();
    }
  }
}
