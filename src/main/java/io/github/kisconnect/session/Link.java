package io.github.kisconnect.session;

import io.github.kisconnect.gap.GapReason;
import io.github.kisconnect.session.ApprovalSource.ApprovalKey;
import io.github.kisconnect.session.SubscriptionBook.Registration;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt to connect and the connection that comes of it: keeps the tickers registered, watches
 * over liveness, and says how the connection stands. Session thread.
 */
final class Link {

  private static final Logger LOG = LoggerFactory.getLogger(Link.class);
  private static final long TICK_NANOS = Duration.ofSeconds(1).toNanos();
  private static final long PROOF_LIFETIME_NANOS = Duration.ofSeconds(15).toNanos();
  private static final long LATELY_NANOS = Duration.ofMinutes(1).toNanos();

  private final FeedReader reader;
  private final Transport.Connection connection;
  private final Registrar registrar;
  private final LivenessMonitor liveness;
  private final TimeSource time;
  private boolean open;
  private long openedAtNanos;
  private boolean stale;
  private boolean settledOnce;

  private Link(
      FeedReader reader,
      Transport.Connection connection,
      Registrar registrar,
      SessionSettings settings,
      TimeSource time) {
    this.reader = reader;
    this.connection = connection;
    this.registrar = registrar;
    this.liveness = new LivenessMonitor(settings.livenessProbe(), settings.livenessTimeout());
    this.time = time;
    reader.attach(connection);
  }

  /** Starts an attempt to connect, under a new session id. */
  static Link dial(
      SessionSettings settings,
      SessionPorts ports,
      Registrar registrar,
      Executor sessionThread,
      ConnectionEvents events) {
    String session = SessionIds.next(ports.time().epochMicros(), ports.random());
    FeedReader reader =
        new FeedReader(session, settings, ports, registrar.coverage(), sessionThread, events);
    Transport.Connection connection =
        ports.transport().connect(settings.uri(), settings.connectTimeout(), reader);
    return new Link(reader, connection, registrar, settings, ports.time());
  }

  boolean isReadBy(FeedReader other) {
    return reader == other;
  }

  String session() {
    return reader.session();
  }

  /** Whether the attempt succeeded. */
  boolean isOpen() {
    return open;
  }

  InboundMarks marks() {
    return reader.marks();
  }

  void opened(ApprovalKey key, long now) {
    open = true;
    marks().beat();
    openedAtNanos = time.nanoTime();
    registrar.connected(reader, connection, key, now);
  }

  /** Does what is due; gives the reason to leave the connection, if there is one. */
  Optional<Failure> tick(long now) {
    marks().beat();
    Optional<Failure> failure = watch();
    if (failure.isEmpty()) {
      failure = registrar.tick(now);
    }
    if (!settledOnce && registrar.settled()) {
      settledOnce = true;
      LOG.info(
          "Subscribed. confirmed={} unconfirmed={} refused={} session={}",
          registrar.book().count(Registration.CONFIRMED),
          registrar.book().count(Registration.UNCONFIRMED),
          registrar.book().refused(),
          reader.session());
    }
    return failure;
  }

  /** When {@link #tick} is due again. */
  long nextTick(long now) {
    return Math.min(now + TICK_NANOS, Math.max(now, registrar.book().deadline()));
  }

  /** How the open connection stands. */
  SessionState state() {
    if (stale) {
      return SessionState.STALE;
    }
    if (!settledOnce) {
      return SessionState.SUBSCRIBING;
    }
    boolean live = marks().hasData() && time.nanoTime() - marks().dataNanos() < LATELY_NANOS;
    return live ? SessionState.LIVE : SessionState.QUIET;
  }

  /** Data came, or an acknowledgement and some lifetime. */
  boolean isProvenAlive() {
    boolean lasting = time.nanoTime() - openedAtNanos >= PROOF_LIFETIME_NANOS;
    return marks().hasData() || (open && lasting && registrar.acknowledged());
  }

  /** The connection is no more: what was covered by it has a hole from its last sign of life on. */
  void lost(Failure failure) {
    GapReason reason =
        failure.kind() == FailureKind.PAUSED ? GapReason.PAUSE : GapReason.DISCONNECT;
    marks()
        .completeUntilMicros()
        .ifPresent(last -> registrar.coverage().lost(reason, last, failure.sentence()));
  }

  void close(Duration budget) {
    marks().lastBeat();
    connection.close(budget);
  }

  /** While our own reader hands a frame on, silence is not the server's. */
  private Optional<Failure> watch() {
    if (marks().busy()) {
      return Optional.empty();
    }
    LivenessMonitor.Health health = liveness.check(time.nanoTime(), marks().inboundNanos());
    if (health == LivenessMonitor.Health.PROBE_DUE) {
      LOG.debug("Nothing came from KIS for a while; we send a Ping. session={}", session());
      connection.sendPing();
    }
    stale = health == LivenessMonitor.Health.UNANSWERED;
    return health == LivenessMonitor.Health.DEAD
        ? Optional.of(
            new Failure(
                FailureKind.CONNECTION_LOST,
                "Nothing came from KIS within liveness.timeout.ms, not even an answer to our"
                    + " Ping."))
        : Optional.empty();
  }
}
