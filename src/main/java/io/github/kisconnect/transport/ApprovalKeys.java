package io.github.kisconnect.transport;

import io.github.kisconnect.session.ApprovalSource;
import io.github.kisconnect.session.Credentials;
import io.github.kisconnect.session.TimeSource;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The approval keys of one KIS REST host, shared by all tasks of the worker, because a new key
 * makes the older one of the same app key worthless (kis-protocol 1.2).
 *
 * <p>For each app key one request is under way at most, whose outcome all who wait share; requests
 * of all app keys start {@code spacing} apart, as KIS limits the calls of an address. What KIS
 * refuses as too frequent is not asked again before its time. Any thread; callbacks come on the
 * executor.
 */
final class ApprovalKeys implements ApprovalSource {

  /** Makes one request; the future never fails but by a bug. */
  interface Requests {
    CompletableFuture<Result> request(Credentials credentials);
  }

  private final Requests requests;
  private final Executor threads;
  private final Delays delays;
  private final TimeSource time;
  private final Duration timeToLive;
  private final Duration spacing;
  private final Map<String, AppKeyState> states = new HashMap<>();
  private long nextStart;

  /**
   * @param timeToLive how long a key is used; well below KIS's 24 hours
   * @param spacing between the starts of two requests
   */
  ApprovalKeys(
      Requests requests,
      Executor threads,
      Delays delays,
      TimeSource time,
      Duration timeToLive,
      Duration spacing) {
    this.requests = requests;
    this.threads = threads;
    this.delays = delays;
    this.time = time;
    this.timeToLive = timeToLive;
    this.spacing = spacing;
    this.nextStart = time.nanoTime();
  }

  @Override
  public boolean approve(Credentials credentials, Consumer<Result> callback) {
    Optional<Result> known;
    boolean asked;
    synchronized (this) {
      AppKeyState state = states.computeIfAbsent(credentials.appKey(), key -> new AppKeyState());
      known = state.known(time.nanoTime());
      asked = known.isEmpty() && state.enqueue(credentials, callback);
      if (asked) {
        scheduleFirst(state);
      }
    }
    known.ifPresent(result -> threads.execute(() -> callback.accept(result)));
    return asked;
  }

  @Override
  public synchronized void invalidate(Credentials credentials, ApprovalKey key) {
    AppKeyState state = states.get(credentials.appKey());
    if (state != null) {
      state.forget(key);
    }
  }

  private void scheduleFirst(AppKeyState state) {
    long now = time.nanoTime();
    long start = nextStart - now > 0 ? nextStart : now;
    nextStart = start + spacing.toNanos();
    Credentials credentials = state.first().credentials();
    var unused = delays.after(Duration.ofNanos(start - now), () -> ask(state, credentials));
  }

  private void ask(AppKeyState state, Credentials credentials) {
    var unused =
        requests
            .request(credentials)
            .exceptionally(
                failure ->
                    new Result.Unavailable("The approval request failed: " + failure.getClass()))
            .thenAccept(result -> settle(state, result));
  }

  private void settle(AppKeyState state, Result result) {
    for (Consumer<Result> callback : finish(state, result)) {
      threads.execute(() -> callback.accept(result));
    }
  }

  private synchronized List<Consumer<Result>> finish(AppKeyState state, Result result) {
    long now = time.nanoTime();
    state.learn(result, now, timeToLive);
    List<Consumer<Result>> callbacks = state.finish(state.known(now).isPresent());
    if (!state.isIdle()) {
      scheduleFirst(state);
    }
    return callbacks;
  }
}
