package io.github.kisconnect.session;

import io.github.kisconnect.gap.GapTracker;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * One session with KIS, kept up over reconnects until it is stopped or fails. Runs its state
 * machine on one daemon thread of its own, which carries the logging context and context class
 * loader of the thread that made it, and lives until the session is closed. Every method may be
 * called from any thread; none blocks but {@link #awaitClosed}.
 */
public final class FeedSession {

  private final ScheduledThreadPoolExecutor thread;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final PollWatch polls;
  private final SessionMachine machine;
  private volatile SessionStatus status;
  private Future<?> timer;

  /**
   * Prepares a session; nothing happens before {@link #start}.
   *
   * @param connector name of the connector, for the thread's name
   * @param task number of the task, for the thread's name
   * @param lastReceivedAtMicros receipt of the last delivered record by ticker, microseconds since
   *     the epoch; what is missing since then is reported as a hole
   */
  public FeedSession(
      String connector,
      int task,
      SessionSettings settings,
      SessionPorts ports,
      Map<String, Long> lastReceivedAtMicros) {
    this.thread =
        new ScheduledThreadPoolExecutor(
            1,
            new SessionThreadFactory("kis-session-" + connector + "-" + task),
            new ThreadPoolExecutor.DiscardPolicy());
    this.thread.setRemoveOnCancelPolicy(true);
    this.thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    GapTracker gaps = new GapTracker(lastReceivedAtMicros);
    this.polls = new PollWatch(settings.pauseClose(), ports.time());
    this.machine = new SessionMachine(settings, ports, gaps, polls, this::post);
    this.status = machine.status();
  }

  /** Starts to connect; without effect after {@link #stop}. */
  public void start() {
    post(machine::start);
  }

  /** Connect asks for records, which keeps the session open, or opens it again after a pause. */
  public void polled() {
    polls.polled();
    if (status.state() == SessionState.SUSPENDED) {
      post(machine::resume);
    }
  }

  /** Starts to close, from any state; also before {@link #start}, and more than once. */
  public void stop() {
    post(machine::stop);
  }

  /**
   * Waits until the session is closed after {@link #stop}: at once, or after the closing handshake,
   * which takes three seconds at most.
   *
   * @return whether it is closed
   */
  public boolean awaitClosed(Duration timeout) throws InterruptedException {
    return closed.await(timeout.toNanos(), TimeUnit.NANOSECONDS);
  }

  public SessionState state() {
    return status.state();
  }

  /** How the session stands; at most about a second old. */
  public SessionStatus status() {
    return status;
  }

  private void post(Runnable event) {
    thread.execute(() -> handle(event));
  }

  private void handle(Runnable event) {
    try {
      event.run();
    } catch (RuntimeException | Error fault) {
      machine.broken(fault);
    }
    status = machine.status();
    if (status.state() == SessionState.CLOSED) {
      closed.countDown();
      thread.shutdown();
    } else {
      rearm();
    }
  }

  private void rearm() {
    if (timer != null) {
      timer.cancel(false);
    }
    long wait = machine.untilTimer();
    if (wait != SubscriptionBook.NEVER) {
      timer = thread.schedule(() -> handle(machine::timer), wait, TimeUnit.NANOSECONDS);
    }
  }
}
