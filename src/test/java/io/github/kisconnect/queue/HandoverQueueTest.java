package io.github.kisconnect.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules of the queue as far as one thread can see them; an item weighs its own value. */
class HandoverQueueTest {

  private final List<Integer> lost = new ArrayList<>();

  @Test
  void givesItemsInTheOrderOfTheirPutsAndNoMoreThanAskedFor() throws Exception {
    HandoverQueue<Integer> queue = queue(10, 100, OverflowPolicy.DROP_OLDEST);
    putAll(queue, 1, 2, 3);

    assertThat(queue.take(2, Duration.ZERO)).containsExactly(1, 2);
    assertThat(queue.take(2, Duration.ZERO)).containsExactly(3);
    assertThat(queue.take(2, Duration.ZERO)).isEmpty();
    assertThat(lost).isEmpty();
  }

  @Test
  void losesTheOldestItemsUnderDropOldest() throws Exception {
    HandoverQueue<Integer> queue = queue(3, 100, OverflowPolicy.DROP_OLDEST);
    putAll(queue, 1, 2, 3, 4, 5);

    assertThat(lost).containsExactly(1, 2);
    assertThat(queue.lost()).isEqualTo(2);
    assertThat(queue.take(9, Duration.ZERO)).containsExactly(3, 4, 5);
  }

  @Test
  void losesAsManyOldItemsAsAHeavyOneNeeds() throws Exception {
    HandoverQueue<Integer> queue = queue(10, 10, OverflowPolicy.DROP_OLDEST);
    putAll(queue, 1, 2, 3, 4, 7);

    assertThat(lost).containsExactly(1, 2, 3, 4);
    assertThat(queue.take(9, Duration.ZERO)).containsExactly(7);
  }

  @ParameterizedTest
  @EnumSource(names = {"DROP_NEWEST", "BLOCK", "FAIL"})
  void losesTheNewItemUnderEveryOtherPolicy(OverflowPolicy policy) throws Exception {
    HandoverQueue<Integer> queue = queue(2, 100, policy);
    putAll(queue, 1, 2, 3);

    assertThat(lost).containsExactly(3);
    assertThat(queue.lost()).isEqualTo(1);
    assertThat(queue.take(9, Duration.ZERO)).containsExactly(1, 2);
  }

  @ParameterizedTest
  @EnumSource
  void takesAnItemHeavierThanTheBoundWhileEmptyAndNothingBesideIt(OverflowPolicy policy)
      throws Exception {
    HandoverQueue<Integer> queue = queue(10, 5, policy);
    putAll(queue, 9);

    assertThat(lost).isEmpty();
    assertThat(queue.bytes()).isEqualTo(9);
    putAll(queue, 1);
    assertThat(lost).hasSize(1);
    assertThat(queue.take(9, Duration.ZERO)).hasSize(1);
  }

  @Test
  void failsTheTakerBehindTheItemsOfBeforeTheOverflow() throws Exception {
    HandoverQueue<Integer> queue = queue(2, 100, OverflowPolicy.FAIL);
    putAll(queue, 1, 2, 3);

    assertThat(queue.take(1, Duration.ZERO)).containsExactly(1);
    putAll(queue, 4);
    assertThat(queue.take(9, Duration.ZERO)).containsExactly(2);
    assertThatThrownBy(() -> queue.take(9, Duration.ZERO))
        .isInstanceOf(QueueOverflowException.class)
        .hasMessageContaining("items=2 bytes=3")
        .hasMessageContaining("raise queue.capacity")
        .hasMessageContaining("choose another queue.overflow.policy");
    assertThat(lost).containsExactly(3);
    assertThat(queue.refused()).isEqualTo(1);
  }

  @Test
  void throwsTheFirstFailureAtEveryTakeAndAcceptsNothingMore() throws Exception {
    HandoverQueue<Integer> queue = queue(2, 100, OverflowPolicy.BLOCK);
    IllegalStateException first = new IllegalStateException("first");
    putAll(queue, 1);
    queue.fail(first);
    queue.fail(new IllegalStateException("second"));
    putAll(queue, 2);

    assertThat(lost).isEmpty();
    assertThat(queue.refused()).isEqualTo(1);
    assertThat(queue.take(9, Duration.ZERO)).containsExactly(1);
    assertThatThrownBy(() -> queue.take(9, Duration.ofDays(1))).isSameAs(first);
    assertThatThrownBy(() -> queue.take(9, Duration.ofDays(1))).isSameAs(first);
  }

  @Test
  void saysAtCloseHowManyItemsItDiscardedAndDoesNotCallThemLost() {
    HandoverQueue<Integer> queue = queue(2, 100, OverflowPolicy.DROP_NEWEST);
    putAll(queue, 1, 2, 3);

    assertThat(queue.close()).isEqualTo(2);
    assertThat(queue.close()).isZero();
    assertThat(lost).containsExactly(3);
    assertThat(queue.size()).isZero();
    assertThat(queue.bytes()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void refusesWhateverComesAfterClose(OverflowPolicy policy) throws Exception {
    HandoverQueue<Integer> queue = queue(2, 100, policy);
    queue.close();
    putAll(queue, 1, 2, 3);

    assertThat(lost).isEmpty();
    assertThat(queue.lost()).isZero();
    assertThat(queue.refused()).isEqualTo(3);
    assertThat(queue.take(9, Duration.ofDays(1))).isEmpty();
  }

  @Test
  void givesNothingAfterCloseEvenIfItHadFailed() throws Exception {
    HandoverQueue<Integer> queue = queue(2, 100, OverflowPolicy.FAIL);
    queue.fail(new IllegalStateException("no session"));
    queue.close();

    assertThat(queue.take(9, Duration.ofDays(1))).isEmpty();
  }

  @Test
  void countsALossBeforeTheListenerHearsOfIt() {
    List<Long> countsHeard = new ArrayList<>();
    List<HandoverQueue<Integer>> self = new ArrayList<>();
    HandoverQueue<Integer> queue =
        new HandoverQueue<>(
            1,
            100,
            OverflowPolicy.DROP_NEWEST,
            Duration.ZERO,
            Integer::intValue,
            item -> countsHeard.add(self.get(0).lost()));
    self.add(queue);
    putAll(queue, 1, 2, 3);

    assertThat(countsHeard).containsExactly(1L, 2L);
  }

  @Test
  void tellsItsFillingLevels() throws Exception {
    HandoverQueue<Integer> queue = queue(5, 100, OverflowPolicy.DROP_OLDEST);
    putAll(queue, 1, 2, 3, 4);
    queue.take(3, Duration.ZERO);

    assertThat(queue.size()).isEqualTo(1);
    assertThat(queue.bytes()).isEqualTo(4);
    assertThat(queue.highWaterMark()).isEqualTo(4);
    assertThat(queue.capacity()).isEqualTo(5);
  }

  @Test
  void keepsTheSumOfWeightsRightWhenTheWeigherChangesItsMind() throws Exception {
    List<Integer> weights = new ArrayList<>(List.of(7, 1));
    HandoverQueue<Integer> queue =
        new HandoverQueue<>(
            5,
            100,
            OverflowPolicy.DROP_OLDEST,
            Duration.ZERO,
            item -> weights.remove(0),
            lost::add);
    putAll(queue, 1, 2);
    queue.take(1, Duration.ZERO);

    assertThat(queue.bytes()).isEqualTo(1);
  }

  @Test
  void waitsForATimeoutTooLongForNanosecondsAsForALongOne() throws Exception {
    HandoverQueue<Integer> queue = queue(1, 100, OverflowPolicy.BLOCK);
    putAll(queue, 1);

    assertThat(queue.take(1, Duration.ofSeconds(Long.MAX_VALUE))).containsExactly(1);
  }

  @Test
  void refusesACapacityBelowOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> queue(0, 1, OverflowPolicy.FAIL))
        .withMessageContaining("capacity=0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> queue(1, 0, OverflowPolicy.FAIL))
        .withMessageContaining("bytes=0");
  }

  private HandoverQueue<Integer> queue(int capacity, long bytes, OverflowPolicy policy) {
    return new HandoverQueue<>(
        capacity, bytes, policy, Duration.ZERO, Integer::intValue, lost::add);
  }

  private static void putAll(HandoverQueue<Integer> queue, Integer... items) {
    for (Integer item : items) {
      queue.put(item);
    }
  }
}
