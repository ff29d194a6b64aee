package io.github.kisconnect.bench.market;

import io.github.kisconnect.bench.figure.Figures;
import io.github.kisconnect.bench.journal.FeedHistory;
import io.github.kisconnect.simulator.SimulatorEvent.Kind;
import java.time.Duration;
import java.time.Instant;

/**
 * How the sessions ended when all tasks had to stop.
 *
 * @param order what was done to stop them
 * @param last from that to the end of the last session
 * @param clean sessions closed with 1000
 * @param unclean sessions that ended otherwise
 */
record Stop(String order, Duration last, long clean, long unclean) {

  /** The time that Connect gives all tasks together. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  static Stop of(String order, Instant begin, FeedHistory history) {
    FeedHistory since = history.since(begin);
    return new Stop(
        order,
        since
            .last(Kind.CLOSED_CLEANLY)
            .map(last -> Duration.between(begin, last))
            .orElse(Duration.ZERO),
        since.count(Kind.CLOSED_CLEANLY),
        since.count(Kind.CLOSED_UNCLEANLY));
  }

  void report(Figures figures, int sessions) {
    figures.atMost(GRACE, order + ": last session closed after", last);
    figures.atLeast(sessions, order + ": sessions closed with 1000", clean);
    figures.none(order + ": sessions ended otherwise", unclean);
  }
}
