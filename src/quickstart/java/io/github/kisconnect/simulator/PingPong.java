package io.github.kisconnect.simulator;

import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** The server's own keepalive of one session (kis-protocol 3). Event loop only. */
final class PingPong {

  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneId.of("Asia/Seoul"));

  private final EventThread thread;
  private final SimulatedSession session;
  private final Settings.KeepAlive settings;
  private final InstantSource clock;
  private final List<Beat> unanswered = new ArrayList<>();

  private Runnable end = () -> {};
  private long beats;
  private long framesBefore;

  PingPong(
      EventThread thread,
      SimulatedSession session,
      Settings.KeepAlive settings,
      InstantSource clock) {
    this.thread = thread;
    this.session = session;
    this.settings = settings;
    this.clock = clock;
  }

  void start() {
    if (!settings.interval().isZero()) {
      end = thread.every(settings.interval(), settings.interval(), this::beat);
    }
  }

  void stop() {
    end.run();
    unanswered.clear();
  }

  boolean waiting() {
    return !unanswered.isEmpty();
  }

  /** Whether a client's message answers a PINGPONG; it answers the earlier ones as well. */
  boolean answeredBy(String text) {
    for (int i = 0; i < unanswered.size(); i++) {
      if (unanswered.get(i).text().equals(text)) {
        unanswered.subList(0, i + 1).clear();
        session.note(SimulatorEvent.Kind.PINGPONG_ANSWERED, "");
        return true;
      }
    }
    return false;
  }

  private void beat() {
    boolean idle = session.frames() == framesBefore;
    framesBefore = session.frames();
    if (settings.onlyWhenIdle() && !idle) {
      return;
    }
    String text =
        """
        {"header":{"tr_id":"PINGPONG","datetime":"%s"}}"""
            .formatted(DATE_TIME.format(clock.instant()));
    Beat beat = new Beat(++beats, text);
    unanswered.add(beat);
    session.note(SimulatorEvent.Kind.PINGPONG_SENT, "");
    session.sendText(text);
    thread.after(settings.timeout(), () -> check(beat));
  }

  private void check(Beat beat) {
    if (unanswered.contains(beat)) {
      session.drop("PINGPONG unanswered");
    }
  }

  /** One PINGPONG; two within a second have the same text. */
  private record Beat(long number, String text) {}
}
