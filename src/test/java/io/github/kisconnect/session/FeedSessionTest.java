package io.github.kisconnect.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.gap.Gap;
import io.github.kisconnect.session.ApprovalSource.Result;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** The session on its own thread and with real time. */
class FeedSessionTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final FakeApprovals approvals = new FakeApprovals();
  private final BlockingQueue<FakeConnection> attempts = new LinkedBlockingQueue<>();
  private final CompletableFuture<Thread> sessionThread = new CompletableFuture<>();
  private final CompletableFuture<String> loggingContext = new CompletableFuture<>();
  private final BlockingQueue<SessionState> states = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> failures = new LinkedBlockingQueue<>();
  private final AtomicLong skewNanos = new AtomicLong();
  private SessionState faultAt = SessionState.IDLE;
  private FeedSession session;

  @BeforeEach
  void prepares() {
    MDC.put("connector.context", "[kis|task-7] ");
    session =
        new FeedSession("kis", 7, SessionWorld.settings(List.of("005930"), 40), ports(), Map.of());
    MDC.remove("connector.context");
  }

  @AfterEach
  void stops() throws InterruptedException {
    session.stop();
    assertThat(session.awaitClosed(PATIENCE)).isTrue();
  }

  @Test
  void runsOnANamedDaemonThreadWithTheContextOfItsMaker() throws Exception {
    session.start();

    Thread thread = sessionThread.get(10, TimeUnit.SECONDS);
    assertThat(thread.getName()).isEqualTo("kis-session-kis-7");
    assertThat(thread.isDaemon()).isTrue();
    assertThat(thread.getContextClassLoader())
        .isSameAs(Thread.currentThread().getContextClassLoader());
    assertThat(loggingContext.get(10, TimeUnit.SECONDS)).isEqualTo("[kis|task-7] ");
  }

  @Test
  void connectsSubscribesAndCloses() throws Exception {
    session.start();
    FakeConnection connection = nextAttempt();
    await(SessionState.QUIET);
    session.stop();
    assertThat(session.awaitClosed(PATIENCE)).isTrue();

    assertThat(session.state()).isEqualTo(SessionState.CLOSED);
    assertThat(connection.askedFor()).containsExactly("005930");
    assertThat(connection.open).isFalse();
    Thread thread = sessionThread.get(10, TimeUnit.SECONDS);
    thread.join(PATIENCE.toMillis());
    assertThat(thread.isAlive()).isFalse();
  }

  @Test
  void wakesUpForItsTimers() throws Exception {
    approvals.script.add(new Result.Unavailable("scripted"));

    session.start();

    assertThat(nextAttempt()).isNotNull();
  }

  @Test
  void isClosedWhereNobodyPollsAndOpenedAgainByTheNextPoll() throws Exception {
    session.start();
    FakeConnection first = nextAttempt();
    await(SessionState.QUIET);
    skewNanos.set(SessionWorld.PAUSE_CLOSE.toNanos());
    await(SessionState.SUSPENDED);
    assertThat(first.closeBudget).isNotNull();
    assertThat(first.open).isFalse();

    FakeConnection second = null;
    while (second == null) {
      session.polled();
      second = attempts.poll(10, TimeUnit.MILLISECONDS);
    }

    await(SessionState.QUIET);
  }

  @Test
  void doesNothingWhereItWasStoppedBeforeTheStart() throws Exception {
    session.stop();
    session.stop();
    session.start();

    assertThat(session.awaitClosed(PATIENCE)).isTrue();
    session.start();
    assertThat(sessionThread).isNotDone();
    assertThat(attempts).isEmpty();
  }

  @Test
  void saysThatItIsNotClosedYet() throws Exception {
    session.start();

    assertThat(session.awaitClosed(Duration.ZERO)).isFalse();
  }

  @Test
  void failsWhereItsOwnCodeFails() throws Exception {
    faultAt = SessionState.SUBSCRIBING;

    session.start();

    assertThat(failures.poll(10, TimeUnit.SECONDS)).contains("fault of the connector");
    assertThat(nextAttempt().open).isFalse();
  }

  private FakeConnection nextAttempt() throws InterruptedException {
    return attempts.poll(10, TimeUnit.SECONDS);
  }

  private void await(SessionState wanted) throws InterruptedException {
    SessionState state = states.poll(10, TimeUnit.SECONDS);
    while (state != null && state != wanted) {
      state = states.poll(10, TimeUnit.SECONDS);
    }
    assertThat(state).isEqualTo(wanted);
  }

  private SessionPorts ports() {
    Transport transport =
        (uri, timeout, listener) -> {
          FakeConnection attempt = new FakeConnection(listener, new VirtualTime(), ping -> {});
          attempt.acknowledges = true;
          attempts.add(attempt);
          attempt.opens();
          return attempt;
        };
    return new SessionPorts(
        transport,
        approvals,
        () -> {
          loggingContext.complete(MDC.get("connector.context"));
          sessionThread.complete(Thread.currentThread());
          return SessionWorld.CREDENTIALS;
        },
        (frame, origin) -> {},
        new Listener(),
        new RealTime(),
        new Random(1));
  }

  /** Passes on what it hears, and fails where it is told to. */
  private final class Listener implements SessionListener {
    @Override
    public void stateChanged(SessionState from, SessionState to, String sentence) {
      if (to == faultAt) {
        throw new IllegalStateException("scripted");
      }
      states.add(to);
    }

    @Override
    public void approvalRequested() {}

    @Override
    public void ended(FailureKind kind) {}

    @Override
    public void gap(Gap gap) {}

    @Override
    public void failed(String sentence) {
      failures.add(sentence);
    }
  }

  /** The clock of this process, put forward by the skew. */
  private final class RealTime implements TimeSource {
    private final LongSupplier nanos = System::nanoTime;

    @Override
    public long nanoTime() {
      return nanos.getAsLong() + skewNanos.get();
    }

    @Override
    public long epochMicros() {
      return VirtualTime.EPOCH_MICROS + nanos.getAsLong() / 1_000;
    }
  }
}
