package io.github.kisconnect.transport;

import io.github.kisconnect.session.ApprovalSource;
import io.github.kisconnect.session.Credentials;
import io.github.kisconnect.session.TimeSource;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
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
 * of all app keys start {@code spacing} apart, as KIS limits the calls of an address, and none is
 * made for which nobody waits any more: the tasks that stop while they wait would hold up the
 * others, and kill the key that another worker got for them. What KIS refuses as too frequent is
 * not asked again before its time. Any thread; callbacks come on the executor.
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
  private final Deque<AppKeyState> turns = new ArrayDeque<>();
  private long nextStart;
  private boolean turnIsDue;

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
  public Wish approve(Credentials credentials, Consumer<Result> callback) {
    Optional<Result> known;
    boolean asksServer;
    synchronized (this) {
      AppKeyState state = states.computeIfAbsent(credentials.appKey(), key -> new AppKeyState());
      known = state.known(time.nanoTime());
      asksServer = known.isEmpty() && state.enqueue(credentials, callback);
      if (asksServer) {
        giveTurn(state);
      }
    }
    known.ifPresent(result -> threads.execute(() -> callback.accept(result)));
    return new Wish(asksServer, () -> withdraw(credentials, callback));
  }

  private synchronized void withdraw(Credentials credentials, Consumer<Result> callback) {
    states.get(credentials.appKey()).withdraw(callback);
  }

  @Override
  public synchronized void invalidate(Credentials credentials, ApprovalKey key) {
    AppKeyState state = states.get(credentials.appKey());
    if (state != null) {
      state.forget(key);
    }
  }

  private void giveTurn(AppKeyState state) {
    turns.add(state);
    awaitTurn();
  }

  private void awaitTurn() {
    if (!turnIsDue) {
      turnIsDue = true;
      long wait = Math.max(0, nextStart - time.nanoTime());
      var unused = delays.after(Duration.ofNanos(wait), () -> next().ifPresent(this::ask));
    }
  }

  /** The first in line for which somebody still waits; the others follow in their time. */
  private synchronized Optional<AppKeyState> next() {
    turnIsDue = false;
    while (!turns.isEmpty() && !turns.getFirst().isWanted()) {
      turns.remove();
    }
    Optional<AppKeyState> next = Optional.ofNullable(turns.poll());
    if (next.isPresent()) {
      next.get().begin();
      nextStart = time.nanoTime() + spacing.toNanos();
    }
    if (!turns.isEmpty()) {
      awaitTurn();
    }
    return next;
  }

  /** A request that throws, instead of failing later, is answered as well. */
  private void ask(AppKeyState state) {
    var unused =
        CompletableFuture.completedFuture(credentials(state))
            .thenCompose(requests::request)
            .exceptionally(
                failure ->
                    new Result.Unavailable(
                        "The approval request failed: " + failure.getCause().getClass()))
            .thenAccept(result -> settle(state, result));
  }

  private synchronized Credentials credentials(AppKeyState state) {
    return state.first().credentials();
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
    if (state.isWanted()) {
      giveTurn(state);
    }
    return callbacks;
  }
}
