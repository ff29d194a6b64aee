package io.github.kisconnect.session;

import io.github.kisconnect.gap.GapTracker;
import io.github.kisconnect.protocol.CustomerType;
import io.github.kisconnect.protocol.DecodedFrame;
import io.github.kisconnect.protocol.FrameOrigin;
import io.github.kisconnect.protocol.PingPongReply;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * A session machine on a virtual clock, with everything around it scripted. The mailbox is drained
 * after each step, so that a test reads as a sequence of what KIS, time and operator do.
 */
final class SessionWorld {

  static final Duration PAUSE_CLOSE = Duration.ofMinutes(5);
  static final Credentials CREDENTIALS = new Credentials("dummy-app-key", "dummy-app-secret");

  final VirtualTime time = new VirtualTime();
  final FakeApprovals approvals = new FakeApprovals();
  final RecordingListener listener = new RecordingListener();
  final List<FakeConnection> attempts = new ArrayList<>();
  final List<DecodedFrame> frames = new ArrayList<>();
  final List<FrameOrigin> origins = new ArrayList<>();
  final SessionMachine machine;
  boolean polled = true;
  Credentials credentials = CREDENTIALS;
  Runnable whileHandingOn = () -> {};
  Consumer<FakeConnection> onConnect = attempt -> {};
  Consumer<FakeConnection> onPing = connection -> connection.controls();
  private final PollWatch polls;
  private final Queue<Runnable> mailbox = new ArrayDeque<>();

  SessionWorld(List<String> tickers) {
    this(settings(tickers, 40), Map.of(), new Random(1));
  }

  SessionWorld(SessionSettings settings, Map<String, Long> lastReceivedAt, RandomGenerator random) {
    SessionPorts ports =
        new SessionPorts(
            this::connect,
            approvals,
            () -> Optional.ofNullable(credentials).orElseThrow(),
            (frame, origin) -> {
              frames.add(frame);
              origins.add(origin);
              whileHandingOn.run();
            },
            listener,
            time,
            random);
    polls = new PollWatch(settings.pauseClose(), time);
    machine =
        new SessionMachine(settings, ports, new GapTracker(lastReceivedAt), polls, mailbox::add);
  }

  static SessionSettings settings(List<String> tickers, int maxSubscriptions) {
    return settings(tickers, maxSubscriptions, PAUSE_CLOSE, PingPongReply.ECHO);
  }

  static SessionSettings settings(
      List<String> tickers, int maxSubscriptions, Duration pauseClose, PingPongReply reply) {
    return new SessionSettings(
        URI.create("ws://127.0.0.1:1/tryitout"),
        CustomerType.P,
        tickers,
        maxSubscriptions,
        Duration.ofMillis(100),
        Duration.ofSeconds(10),
        Duration.ofSeconds(10),
        Duration.ofSeconds(1),
        Duration.ofMinutes(5),
        Duration.ofSeconds(60),
        Duration.ofSeconds(120),
        pauseClose,
        reply);
  }

  /** Every attempt opens at once, every ticker is acknowledged. Pings are answered anyhow. */
  SessionWorld friendly() {
    onConnect =
        attempt -> {
          attempt.acknowledges = true;
          attempt.opens();
        };
    return this;
  }

  SessionWorld started() {
    act(machine::start);
    return this;
  }

  /** Connect polls once. */
  void poll() {
    polls.polled();
    act(machine::resume);
  }

  /** Does something and lets the session react. */
  void act(Runnable step) {
    if (polled) {
      polls.polled();
    }
    step.run();
    drain();
  }

  /** Lets time pass, timer by timer. */
  void pass(Duration span) {
    Duration end = time.elapsed().plus(span);
    drain();
    long untilTimer = machine.untilTimer();
    while (untilTimer != SubscriptionBook.NEVER
        && time.elapsed().plusNanos(untilTimer).compareTo(end) <= 0) {
      time.advance(Duration.ofNanos(untilTimer));
      act(machine::timer);
      untilTimer = machine.untilTimer();
    }
    time.advance(end.minus(time.elapsed()));
  }

  void pass(int seconds) {
    pass(Duration.ofSeconds(seconds));
  }

  /** Lets time pass until the next attempt to connect, and tells how long that took. */
  Duration passUntilNextAttempt() {
    int before = attempts.size();
    Duration start = time.elapsed();
    while (attempts.size() == before && machine.untilTimer() != SubscriptionBook.NEVER) {
      pass(Duration.ofNanos(machine.untilTimer()));
    }
    return time.elapsed().minus(start);
  }

  FakeConnection connection() {
    return attempts.get(attempts.size() - 1);
  }

  SessionState state() {
    return machine.status().state();
  }

  List<String> allAskedFor() {
    return attempts.stream().flatMap(attempt -> attempt.askedFor().stream()).toList();
  }

  private Transport.Connection connect(URI uri, Duration timeout, Transport.Listener hearer) {
    FakeConnection attempt =
        new FakeConnection(hearer, time, connection -> onPing.accept(connection));
    attempts.add(attempt);
    onConnect.accept(attempt);
    return attempt;
  }

  private void drain() {
    Runnable event = mailbox.poll();
    while (event != null) {
      event.run();
      event = mailbox.poll();
    }
  }
}
