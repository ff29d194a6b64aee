package io.github.kisconnect.session;

import io.github.kisconnect.gap.GapTracker;
import io.github.kisconnect.protocol.ControlMessage;
import io.github.kisconnect.session.ApprovalSource.ApprovalKey;
import io.github.kisconnect.session.SubscriptionBook.Registration;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of a session as one state machine: approve, connect, subscribe, stay alive, close, wait,
 * and again. Fed with events and time by one thread; no method blocks. Events of a connection that
 * is not the current one mean nothing any more.
 */
final class SessionMachine implements ConnectionEvents {

  static final Duration CLOSE_BUDGET = Duration.ofMillis(2500);

  private static final Logger LOG = LoggerFactory.getLogger(SessionMachine.class);

  /** Beyond what transport and approval source promise; then we go on without their word. */
  private static final Duration CLOSE_GRACE = Duration.ofMillis(300);

  private static final Duration CONNECT_GRACE = Duration.ofSeconds(5);
  private static final Duration APPROVAL_PATIENCE = Duration.ofMinutes(2);

  private final SessionSettings settings;
  private final SessionPorts ports;
  private final PollWatch polls;
  private final Executor sessionThread;
  private final Approver approver;
  private final ReconnectPolicy policy;
  private final Recovery recovery;
  private final Registrar registrar;
  private final long originNanos;

  private SessionState state = SessionState.IDLE;
  private long sinceMicros;
  private long deadline = SubscriptionBook.NEVER;
  private boolean stopping;
  private ApprovalKey key;
  private Link link;
  private Failure leavingFor;
  private InboundMarks marks;
  private long connections;

  SessionMachine(
      SessionSettings settings,
      SessionPorts ports,
      GapTracker gaps,
      PollWatch polls,
      Executor sessionThread) {
    this.settings = settings;
    this.ports = ports;
    this.polls = polls;
    this.sessionThread = sessionThread;
    this.approver = new Approver(ports, sessionThread, this::connect, this::retryAfter);
    this.policy = new ReconnectPolicy(settings.backoff(), settings.backoffMax(), ports.random());
    this.recovery = new Recovery(policy, approver);
    this.registrar =
        new Registrar(settings, new Coverage(gaps, ports.listener()::gap), ports.time());
    this.marks = new InboundMarks(ports.time());
    this.originNanos = ports.time().nanoTime();
    this.sinceMicros = ports.time().epochMicros();
  }

  void start() {
    if (state == SessionState.IDLE && !stopping) {
      approve("The session starts.");
    }
  }

  /** Connect asks for records again: goes on as soon as the connection quota allows. */
  void resume() {
    if (state == SessionState.SUSPENDED) {
      LOG.info("Connect asks for records again; the session goes on.");
      approveAfter(policy.waitForQuota(now()), SessionState.BACKING_OFF, "The pause is over.");
    }
  }

  /** Ends in CLOSED, at once or after the closing handshake and its budget. */
  void stop() {
    if (stopping) {
      return;
    }
    stopping = true;
    approver.cancel();
    if (state.isConnected()) {
      leave(Failures.STOP);
    } else if (state != SessionState.CLOSING) {
      end();
    }
  }

  /** Nanoseconds until {@link #timer} wants to be called; {@code NEVER} where it does not. */
  long untilTimer() {
    return deadline == SubscriptionBook.NEVER
        ? SubscriptionBook.NEVER
        : Math.max(0, deadline - now());
  }

  /** The time that {@link #untilTimer} told may have come. */
  void timer() {
    if (now() < deadline) {
      return;
    }
    switch (state) {
      case APPROVING -> {
        approver.cancel();
        retryAfter(Failures.APPROVAL_UNANSWERED);
      }
      case CONNECTING -> leave(Failures.CONNECT_UNANSWERED);
      case SUBSCRIBING, LIVE, QUIET, STALE -> tick();
      case CLOSING -> gone(leavingFor);
      case BACKING_OFF, OCCUPIED -> approve("The wait is over.");
      case IDLE, SUSPENDED, FAILED, CLOSED -> deadline = SubscriptionBook.NEVER;
    }
  }

  @Override
  public void opened(FeedReader reader) {
    if (isCurrent(reader) && state == SessionState.CONNECTING) {
      LOG.info("Connected to KIS. uri={} session={}", settings.uri(), link.session());
      marks = link.marks();
      link.opened(key, now());
      enter(SessionState.SUBSCRIBING, "The connection is open.", SubscriptionBook.NEVER);
      tick();
    }
  }

  @Override
  public void connectFailed(FeedReader reader, Transport.ConnectFailure failure) {
    if (!isCurrent(reader)) {
      return;
    }
    link = null;
    settle(leavingFor == null ? Failures.of(failure) : leavingFor);
  }

  @Override
  public void replied(FeedReader reader, ControlMessage.Reply reply, long receivedAtMicros) {
    if (isCurrent(reader) && state.isConnected()) {
      registrar.replied(reply, receivedAtMicros, now()).ifPresentOrElse(this::leave, this::tick);
    }
  }

  @Override
  public void recordSeen(FeedReader reader, String ticker, long receivedAtMicros) {
    if (isCurrent(reader)) {
      registrar.recordSeen(ticker, receivedAtMicros);
    }
  }

  @Override
  public void unreadable(FeedReader reader, String reason) {
    if (isCurrent(reader)) {
      LOG.warn(
          "KIS sent a control message that we cannot read; we ignore it, and any more of the kind"
              + " on this connection. reason=\"{}\" session={}",
          reason,
          reader.session());
    }
  }

  @Override
  public void closed(FeedReader reader, Transport.CloseReason reason) {
    if (isCurrent(reader)) {
      gone(Failures.of(reason));
    }
  }

  @Override
  public void broken(Throwable fault) {
    if (state == SessionState.FAILED || state == SessionState.CLOSED) {
      return;
    }
    LOG.error("A fault of the connector itself ends the session; please report it.", fault);
    approver.cancel();
    if (link != null) {
      link.close(CLOSE_BUDGET);
    }
    Failure failure = Failures.of(fault);
    lose(failure);
    settle(failure);
  }

  SessionStatus status() {
    SubscriptionBook book = registrar.book();
    boolean open = link != null && link.isOpen();
    return new SessionStatus(
        state,
        sinceMicros,
        link == null ? "" : link.session(),
        book.wanted(),
        open ? book.count(Registration.CONFIRMED) : 0,
        open ? book.count(Registration.UNCONFIRMED) : 0,
        book.refused(),
        connections,
        policy.failures(),
        marks.inboundMicros(),
        marks.dataMicros());
  }

  /** A session for which nobody polls waits for that first. */
  private void approve(String why) {
    if (polls.isOverdue()) {
      suspend();
      return;
    }
    enter(SessionState.APPROVING, why, now() + APPROVAL_PATIENCE.toNanos());
    approver.request();
  }

  private void connect(ApprovalKey granted) {
    key = granted;
    leavingFor = null;
    connections++;
    policy.connecting(now());
    long patience = settings.connectTimeout().plus(CONNECT_GRACE).toNanos();
    enter(SessionState.CONNECTING, "We have an approval key.", now() + patience);
    link = Link.dial(settings, ports, registrar, sessionThread, this);
  }

  private void tick() {
    noteProofOfLife();
    Optional<Failure> failure = polls.isOverdue() ? Optional.of(Failures.PAUSE) : link.tick(now());
    if (failure.isPresent()) {
      leave(failure.get());
    } else {
      deadline = link.nextTick(now());
      if (link.state() != state) {
        enter(link.state(), "The connection is watched.", deadline);
      }
    }
  }

  private void noteProofOfLife() {
    if (link.isProvenAlive()) {
      policy.provenAlive();
      approver.proven();
    }
  }

  /** Closes the connection cleanly and goes on with the failure once that is done. */
  private void leave(Failure failure) {
    leavingFor = failure;
    long patience = CLOSE_BUDGET.plus(CLOSE_GRACE).toNanos();
    enter(SessionState.CLOSING, failure.sentence(), now() + patience);
    link.close(CLOSE_BUDGET);
  }

  /** The current connection is no more, for the reason that we left it for or for this one. */
  private void gone(Failure unlessLeft) {
    noteProofOfLife();
    Failure failure = leavingFor == null ? unlessLeft : leavingFor;
    lose(failure);
    settle(failure);
  }

  private void lose(Failure failure) {
    if (link != null) {
      link.lost(failure);
      link = null;
    }
  }

  private void settle(Failure failure) {
    if (stopping) {
      end();
    } else if (failure.kind() == FailureKind.PAUSED) {
      ports.listener().ended(failure.kind());
      suspend();
    } else {
      retryAfter(failure);
    }
  }

  private void suspend() {
    LOG.info(Failures.PAUSE.sentence());
    enter(SessionState.SUSPENDED, Failures.PAUSE.sentence(), SubscriptionBook.NEVER);
    if (!polls.isOverdue()) {
      resume();
    }
  }

  private void retryAfter(Failure failure) {
    FailureKind kind = failure.kind();
    ports.listener().ended(kind);
    if (kind == FailureKind.FATAL) {
      giveUp(failure.sentence());
      return;
    }
    Duration wait = recovery.after(failure, now());
    SessionState waiting =
        kind == FailureKind.OCCUPIED ? SessionState.OCCUPIED : SessionState.BACKING_OFF;
    approveAfter(wait, waiting, failure.sentence());
  }

  private void approveAfter(Duration wait, SessionState waiting, String why) {
    if (wait.isZero()) {
      approve(why);
    } else {
      enter(waiting, why, now() + wait.toNanos());
    }
  }

  /** The task cannot go on without its operator. */
  private void giveUp(String sentence) {
    registrar.coverage().abandoned();
    LOG.error("{} The session is over.", sentence);
    enter(SessionState.FAILED, sentence, SubscriptionBook.NEVER);
    ports.listener().failed(sentence);
  }

  /** An attempt that is still under way is closed as soon as it opens. */
  private void end() {
    if (link != null) {
      link.close(CLOSE_BUDGET);
      link = null;
    }
    LOG.info("The session is closed.");
    enter(SessionState.CLOSED, Failures.STOP.sentence(), SubscriptionBook.NEVER);
  }

  private void enter(SessionState to, String why, long until) {
    SessionState from = state;
    state = to;
    deadline = until;
    sinceMicros = ports.time().epochMicros();
    LOG.debug("{} from={} to={}", why, from, to);
    ports.listener().stateChanged(from, to, why);
  }

  private boolean isCurrent(FeedReader reader) {
    return link != null && link.isReadBy(reader);
  }

  private long now() {
    return ports.time().nanoTime() - originNanos;
  }
}
