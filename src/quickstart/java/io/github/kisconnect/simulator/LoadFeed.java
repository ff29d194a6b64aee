package io.github.kisconnect.simulator;

import io.github.kisconnect.simulator.market.Market;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Offers loads, one after another: frames made in advance, each sent when it is due, to a {@link
 * Load#step}, whose records carry the time they were sent. A thread of its own keeps the time; the
 * frames are written on the event loop. Its records enter no ledger.
 */
final class LoadFeed {

  private static final Logger LOG = LoggerFactory.getLogger(LoadFeed.class);
  private static final Duration LONGEST_WAIT = Duration.ofMillis(20);
  private static final Duration LOOK_ROUND = Duration.ofMillis(100);
  private static final int TEMPLATES_PER_TICKER = 8;

  private final LongSupplier nanoTime;
  private final InstantSource clock;
  private final Market market;
  private final Sessions sessions;
  private final EventThread thread;

  private final Map<String, List<FrameTemplate>> templates = new HashMap<>();
  private final Set<SimulatedSession> written = new HashSet<>();
  private final Map<SimulatedSession, Long> framesBefore = new LinkedHashMap<>();
  private List<Target> targets = List.of();
  private long lookedRoundAt;
  private long framesDone;
  private long lastStamp;
  private volatile LoadProgress progress = LoadProgress.NONE;

  LoadFeed(Settings settings, Market market, Sessions sessions, EventThread thread) {
    this.nanoTime = settings.nanoTime();
    this.clock = settings.clock();
    this.market = market;
    this.sessions = sessions;
    this.thread = thread;
  }

  LoadProgress progress() {
    return progress;
  }

  /**
   * Begins a load; event loop only.
   *
   * @throws IllegalArgumentException if the last one has not finished
   */
  void start(Load load) {
    if (!progress.finished()) {
      throw new IllegalArgumentException("A load is being offered; wait for its end.");
    }
    progress = new LoadProgress(0, 0, 0, 0, false);
    framesDone = 0;
    templates.clear();
    lookRound(load);
    Thread pacer = new Thread(() -> paceUntilClosed(load), "kis-simulator-load");
    pacer.setDaemon(true);
    pacer.start();
  }

  /** A simulator that is closed takes no more work, and so ends the load. */
  private void paceUntilClosed(Load load) {
    try {
      pace(load);
    } catch (RejectedExecutionException closed) {
      LOG.debug("The simulator was closed in the middle of a load.");
    }
  }

  private void pace(Load load) {
    long begin = nanoTime.getAsLong();
    long due = 0;
    while (due < load.frames()) {
      long elapsed = nanoTime.getAsLong() - begin;
      long dueNow = load.framesDue(elapsed);
      if (dueNow > due) {
        due = dueNow;
        thread.submit(() -> catchUp(load, dueNow, begin));
      }
      LockSupport.parkNanos(nap(load, load.dueAt(due) - elapsed));
    }
    thread.submit(this::finish);
  }

  private void finish() {
    framesBefore.forEach(
        (session, before) ->
            session.note(SimulatorEvent.Kind.LOADED, Long.toString(session.frames() - before)));
    framesBefore.clear();
    progress = progress.finish();
  }

  private static long nap(Load load, long untilDue) {
    return Math.max(load.step().toNanos(), Math.min(untilDue, LONGEST_WAIT.toNanos()));
  }

  private void catchUp(Load load, long due, long begin) {
    if (nanoTime.getAsLong() - lookedRoundAt > LOOK_ROUND.toNanos()) {
      lookRound(load);
    }
    long sent = 0;
    long withheld = 0;
    final long lateAtFirst = lateness(load.dueAt(framesDone), begin);
    for (; framesDone < due; framesDone++) {
      if (send(framesDone)) {
        sent += load.recordsPerFrame();
      } else {
        withheld += load.recordsPerFrame();
      }
    }
    long late = Math.max(lateAtFirst, lateness(load.dueAt(framesDone - 1), begin));
    written.forEach(session -> session.wire().flush());
    written.clear();
    progress =
        new LoadProgress(
            progress.sent() + sent,
            progress.withheld() + withheld,
            (nanoTime.getAsLong() - begin) / 1e9,
            Math.max(progress.lateMicros(), TimeUnit.NANOSECONDS.toMicros(late)),
            false);
  }

  /** Nanoseconds by which a frame is overdue. */
  private long lateness(long dueAt, long begin) {
    return nanoTime.getAsLong() - begin - dueAt;
  }

  private boolean send(long frame) {
    if (targets.isEmpty()) {
      return false;
    }
    Target target = targets.get((int) (frame % targets.size()));
    SimulatedSession session = target.session();
    if (!session.isOpen() || !session.wire().hasRoom()) {
      return false;
    }
    List<FrameTemplate> choice = target.frames();
    FrameTemplate template = choice.get((int) (frame / targets.size() % choice.size()));
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    long stamp = Math.max(lastStamp + 1, micros);
    lastStamp = stamp + template.records() - 1;
    session.sendLater(template.stamped(stamp));
    written.add(session);
    return true;
  }

  /** Finds out who listens to what; neighbours in the list are of different sessions. */
  private void lookRound(Load load) {
    lookedRoundAt = nanoTime.getAsLong();
    List<SimulatedSession> live = sessions.live();
    live.forEach(session -> framesBefore.putIfAbsent(session, session.frames()));
    List<List<String>> tickers =
        live.stream().map(session -> List.copyOf(session.tickers())).toList();
    int most = tickers.stream().mapToInt(List::size).max().orElse(0);
    List<Target> found = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      for (int s = 0; s < live.size(); s++) {
        if (i < tickers.get(s).size()) {
          found.add(new Target(live.get(s), frames(tickers.get(s).get(i), load)));
        }
      }
    }
    targets = found;
  }

  private List<FrameTemplate> frames(String ticker, Load load) {
    return templates.computeIfAbsent(
        ticker,
        name ->
            IntStream.range(0, TEMPLATES_PER_TICKER)
                .mapToObj(i -> frame(name, load.recordsPerFrame()))
                .toList());
  }

  private FrameTemplate frame(String ticker, int records) {
    return FrameTemplate.of(
        IntStream.range(0, records).mapToObj(i -> market.next(ticker)).toList());
  }

  /** A ticker of a session, and what to send of it by turns. */
  private record Target(SimulatedSession session, List<FrameTemplate> frames) {}
}
