package io.github.kisconnect.quickstart.stack;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Asking again until an answer pleases. On the caller's thread. */
final class Waiting {

  private static final Duration INTERVAL = Duration.ofMillis(100);

  private Waiting() {}

  /**
   * @param what what is waited for, as the end of the sentence "within 10 s we did not see ..."
   * @return the first answer that satisfies the predicate
   * @throws LocalStackException when the deadline passes; it quotes the last answer
   */
  static <T> T until(String what, Duration deadline, Callable<T> question, Predicate<T> good) {
    AtomicReference<T> last = new AtomicReference<>();
    try {
      Awaitility.await()
          .pollInSameThread()
          .pollDelay(Duration.ZERO)
          .pollInterval(INTERVAL)
          .atMost(deadline)
          .until(
              () -> {
                last.set(question.call());
                return good.test(last.get());
              });
      return last.get();
    } catch (ConditionTimeoutException e) {
      throw new LocalStackException(
          "Within %d s we did not see %s; the last answer was %s."
              .formatted(deadline.toSeconds(), what, last.get()),
          e);
    }
  }
}
