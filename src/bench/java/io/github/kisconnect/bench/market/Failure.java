package io.github.kisconnect.bench.market;

import io.github.kisconnect.bench.figure.Figures;
import io.github.kisconnect.bench.journal.Absence;
import io.github.kisconnect.bench.journal.Coverage;
import io.github.kisconnect.bench.journal.FeedHistory;
import io.github.kisconnect.bench.journal.Hole;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What became of a load while one task failed. The task is known by its session, which ended; what
 * it had received and not delivered must lie in a hole of its ticker, and nothing else be missing.
 *
 * @param begin of the load
 * @param ended sessions that ended during the load
 * @param history what the simulator saw until every ticker was registered again
 * @param receipts the records of the load that came into the topic
 * @param holes that were reported until every ticker was registered again
 */
record Failure(
    Instant begin, Set<String> ended, FeedHistory history, Receipts receipts, List<Hole> holes) {

  private static final String NAME = "one task failed: ";

  /**
   * Reports what is missing.
   *
   * @param sent records of the load
   * @param reportedLost of these, what the gap topic counts
   */
  void report(Figures figures, long sent, long reportedLost, int recordsPerFrame) {
    final Set<String> tickers =
        ended.stream().flatMap(each -> history.tickers(each).stream()).collect(Collectors.toSet());
    final FeedHistory load = history.since(begin);
    final long toIt =
        history.sessions(tickers).stream().mapToLong(load::loaded).sum() * recordsPerFrame;
    final Receipts fromIt = receipts.of(tickers);
    figures.none(NAME + "sessions of others that ended", ended.size() - 1L);
    figures.count(NAME + "sent to the others", sent - toIt);
    figures.none(
        NAME + "of these, lost and not reported",
        sent - toIt - receipts.without(tickers).count() - reportedLost);
    figures.count(NAME + "sent to it before", toIt);
    figures.count(NAME + "of these, not delivered", toIt - fromIt.count());
    figures.none(NAME + "of these, sent before what was delivered", fromIt.skippedFrames());
    figures.none(
        NAME + "its tickers in no hole since their last record",
        new Coverage(holes, absences(tickers, fromIt)).uncovered().size());
  }

  /** The times from the last record that was delivered to the next registration. */
  private List<Absence> absences(Set<String> tickers, Receipts delivered) {
    return history.absences().stream()
        .filter(each -> tickers.contains(each.ticker()) && each.begin().isAfter(begin))
        .map(
            each ->
                new Absence(
                    each.ticker(),
                    delivered.last(each.ticker(), each.begin()).orElse(each.begin()),
                    each.end()))
        .toList();
  }
}
