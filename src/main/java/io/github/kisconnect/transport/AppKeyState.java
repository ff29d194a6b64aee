package io.github.kisconnect.transport;

import io.github.kisconnect.session.ApprovalSource.ApprovalKey;
import io.github.kisconnect.session.ApprovalSource.Result;
import io.github.kisconnect.session.Credentials;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What is known of one app key: its approval key, or until when KIS must not be asked, and who
 * waits for a request. Guarded by its owner. Times are of {@code TimeSource.nanoTime}.
 */
final class AppKeyState {

  /** Those who share the outcome of one request. */
  record Waiting(Credentials credentials, List<Consumer<Result>> callbacks) {}

  private final Deque<Waiting> queue = new ArrayDeque<>();
  private Optional<ApprovalKey> key = Optional.empty();
  private long keyGoodUntil;
  private Optional<Result.Throttled> throttled = Optional.empty();
  private long throttledUntil;
  private boolean underWay;

  /** What can be said without asking KIS. */
  Optional<Result> known(long now) {
    key = key.filter(cached -> keyGoodUntil - now > 0);
    throttled = throttled.filter(refused -> throttledUntil - now > 0);
    if (key.isPresent()) {
      return key.map(Result.Approved::new);
    }
    return throttled.map(
        refused ->
            new Result.Throttled(Duration.ofNanos(throttledUntil - now), refused.sentence()));
  }

  /** Keeps what later callers may use. */
  void learn(Result result, long now, Duration timeToLive) {
    if (result instanceof Result.Approved approved) {
      key = Optional.of(approved.key());
      keyGoodUntil = now + timeToLive.toNanos();
    } else if (result instanceof Result.Throttled refused) {
      throttled = Optional.of(refused);
      throttledUntil = now + refused.retryAfter().toNanos();
    }
  }

  void forget(ApprovalKey refused) {
    key = key.filter(cached -> !cached.equals(refused));
  }

  /**
   * Joins those who wait with the same credentials, else queues a request of its own: the outcome
   * for an old secret says nothing about the new one.
   *
   * @return whether nobody else waited, so that the request is due
   */
  boolean enqueue(Credentials credentials, Consumer<Result> callback) {
    for (Waiting waiting : queue) {
      if (waiting.credentials().equals(credentials)) {
        waiting.callbacks().add(callback);
        return false;
      }
    }
    queue.add(new Waiting(credentials, new ArrayList<>(List.of(callback))));
    return queue.size() == 1;
  }

  /** Whose request is under way or next. */
  Waiting first() {
    return queue.getFirst();
  }

  /** The first request starts. */
  void begin() {
    underWay = true;
  }

  /** Somebody waits no more; a request that nobody waits for is dropped unless it has started. */
  void withdraw(Consumer<Result> callback) {
    queue.forEach(waiting -> waiting.callbacks().remove(callback));
    Optional<Waiting> started = underWay ? Optional.of(queue.removeFirst()) : Optional.empty();
    queue.removeIf(waiting -> waiting.callbacks().isEmpty());
    started.ifPresent(queue::addFirst);
  }

  /** Takes those off whose request is over, and everyone if the outcome serves all. */
  List<Consumer<Result>> finish(boolean servesAll) {
    underWay = false;
    List<Consumer<Result>> callbacks = new ArrayList<>(queue.removeFirst().callbacks());
    while (servesAll && !queue.isEmpty()) {
      callbacks.addAll(queue.removeFirst().callbacks());
    }
    return callbacks;
  }

  /** Whether a request is due: somebody waits, and none is under way. */
  boolean isWanted() {
    return !queue.isEmpty() && !underWay;
  }
}
