package io.github.kisconnect;

import io.github.kisconnect.gap.Gap;
import io.github.kisconnect.metrics.FeedMetrics;
import io.github.kisconnect.queue.HandoverQueue;
import io.github.kisconnect.session.FailureKind;
import io.github.kisconnect.session.SessionListener;
import io.github.kisconnect.session.SessionState;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.connect.errors.ConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the holes and the failure of a session to the polling thread: written on the session
 * thread and, where a record ended a hole, the I/O thread; read by {@code poll()}. Holds at most
 * one hole per ticker and reconnect. Has the rest counted.
 */
final class SessionReports implements SessionListener {

  private static final Logger LOG = LoggerFactory.getLogger(SessionReports.class);
  private static final Set<SessionState> SETTLED = Set.of(SessionState.LIVE, SessionState.QUIET);

  private final Queue<Gap> gaps = new ConcurrentLinkedQueue<>();
  private final HandoverQueue<?> queue;
  private final FeedMetrics metrics;

  SessionReports(HandoverQueue<?> queue, FeedMetrics metrics) {
    this.queue = queue;
    this.metrics = metrics;
  }

  /** Says where the session stands; that data starts or stops coming is no news. */
  @Override
  public void stateChanged(SessionState from, SessionState to, String sentence) {
    if (!SETTLED.contains(from) || !SETTLED.contains(to)) {
      LOG.info("The session goes on to another state. {} from={} to={}", sentence, from, to);
    }
  }

  @Override
  public void approvalRequested() {
    metrics.approvalRequested();
  }

  @Override
  public void ended(FailureKind kind) {
    metrics.ended(kind);
  }

  @Override
  public void gap(Gap gap) {
    gaps.add(gap);
  }

  /** The task fails at the next {@code poll()} that finds nothing more to deliver. */
  @Override
  public void failed(String sentence) {
    queue.fail(new ConnectException(sentence));
  }

  /** Removes and returns the holes reported since the last call, oldest first. */
  List<Gap> takeGaps() {
    final List<Gap> taken = new ArrayList<>();
    for (Gap gap = gaps.poll(); gap != null; gap = gaps.poll()) {
      taken.add(gap);
    }
    return taken;
  }
}
