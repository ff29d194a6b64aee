package io.github.kisconnect.simulator;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happened, in order; the latest part of it in a long run. Any thread. */
public final class Journal {

  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
  private static final int CAPACITY = 100_000;

  private final InstantSource clock;
  private final Changes changes;
  private final Deque<SimulatorEvent> events = new ArrayDeque<>();

  Journal(InstantSource clock, Changes changes) {
    this.clock = clock;
    this.changes = changes;
  }

  public synchronized List<SimulatorEvent> events() {
    return List.copyOf(events);
  }

  public List<SimulatorEvent> events(SimulatorEvent.Kind kind) {
    return events().stream().filter(event -> event.kind() == kind).toList();
  }

  void note(SimulatorEvent.Kind kind, String session, String detail) {
    LOG.debug("Something happened. kind={} session={} detail={}", kind, session, detail);
    synchronized (this) {
      if (events.size() == CAPACITY) {
        events.removeFirst();
      }
      events.addLast(new SimulatorEvent(clock.instant(), kind, session, detail));
    }
    changes.happened();
  }
}
