package io.github.kisconnect.bench.market;

import io.github.kisconnect.bench.figure.Figures;
import io.github.kisconnect.bench.journal.FeedHistory;
import io.github.kisconnect.simulator.SimulatorEvent.Kind;
import java.time.Duration;
import java.time.Instant;

/**
 * How all tasks got their tickers subscribed.
 *
 * @param order what was done to start them
 * @param begin when
 * @param since what the simulator saw from then on
 */
record Start(String order, Instant begin, FeedHistory since) {

  /** Between the starts of two requests for approval keys, since KIS counts them by the second. */
  private static final Duration APPROVAL_SPACING = Duration.ofSeconds(1);

  /** The connector's {@code subscribe.interval.ms}. */
  private static final Duration SUBSCRIBE_INTERVAL = Duration.ofMillis(100);

  /** What the spacing may lose on the way from the worker to the simulator's journal. */
  private static final Duration LEAST_APPROVAL_SPACING = Duration.ofMillis(800);

  /** One every tenth of a second, at both ends of the second; one alone may be late. */
  private static final double MOST_REGISTRATIONS_A_SECOND = 11;

  /** For all that KIS's limits do not prescribe, most of it Connect's. */
  private static final Duration SLACK = Duration.ofSeconds(10);

  static Start of(String order, Instant begin, FeedHistory history) {
    return new Start(order, begin, history.since(begin));
  }

  /** The shortest time in which KIS's limits allow so many approvals and then all registrations. */
  static Duration leastTime(long approvals, int tickersPerTask) {
    return APPROVAL_SPACING
        .multipliedBy(Math.max(0, approvals - 1))
        .plus(SUBSCRIBE_INTERVAL.multipliedBy(tickersPerTask - 1L));
  }

  long approvals() {
    return since.count(Kind.APPROVAL_ISSUED);
  }

  /** Reports how long it took, which is limited by the least time that was possible. */
  void report(Figures figures, Duration least) {
    Instant last = since.last(Kind.REGISTERED).orElse(begin);
    figures.atMost(
        least.plus(SLACK), order + ": all tickers subscribed after", Duration.between(begin, last));
  }

  /** Reports whether KIS was asked as seldom as it wants. */
  void reportPace(Figures figures) {
    since
        .shortestApprovalInterval()
        .ifPresent(
            shortest ->
                figures.atLeast(
                    LEAST_APPROVAL_SPACING,
                    order + ": shortest time between two approvals",
                    shortest));
    figures.atMost(
        MOST_REGISTRATIONS_A_SECOND,
        order + ": most registrations of a session within a second",
        (double) since.mostRegistrations(Duration.ofSeconds(1)),
        "");
  }
}
