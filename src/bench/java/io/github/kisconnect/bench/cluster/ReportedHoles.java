package io.github.kisconnect.bench.cluster;

import io.github.kisconnect.bench.figure.Figures;
import io.github.kisconnect.bench.journal.Coverage;
import io.github.kisconnect.bench.journal.Hole;
import io.github.kisconnect.bench.journal.SentTimes;
import java.time.Duration;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * What the gap topic says of a part of the run, and how far that is from what the simulator saw.
 *
 * @param phase name of the part
 * @param coverage its holes and absences
 * @param sent what the simulator sent, from the begin of the run on
 * @param delivered records of the topic that lie in a hole
 */
record ReportedHoles(String phase, Coverage coverage, SentTimes sent, long delivered) {

  /** By how much a hole begins before the last record of which the offset is stored. */
  private static final Duration UNDER_WAY = Duration.ofSeconds(1);

  /** Until the offset of a record sent is stored: the next flush, and a second for all the rest. */
  private static final Duration STORED = Scenario.OFFSET_FLUSH.plusSeconds(1);

  /** Until the acknowledgement of a registration is received. */
  private static final Duration ACKNOWLEDGED = Duration.ofSeconds(1);

  private static final Duration MOST_BEYOND = UNDER_WAY.plus(STORED).plus(ACKNOWLEDGED);

  /**
   * Reports the holes.
   *
   * @param perTicker records per second that the simulator sends of each ticker
   */
  void report(Figures figures, double perTicker) {
    Spread.of(coverage.holes().stream().flatMap(hole -> hole.lasting().stream()).toList())
        .report(figures, phase + ": hole reported");
    Spread.of(byTicker()).report(figures, phase + ": holes of a ticker reported, together");
    figures.none(phase + ": times without a session, in no hole", coverage.uncovered().size());
    figures.none(phase + ": holes without such a time", coverage.groundless().size());
    Spread.of(coverage.begunEarly(sent, STORED))
        .reportLongest(
            figures,
            UNDER_WAY,
            "%s: hole begins before what was sent %d s before, at most"
                .formatted(phase, STORED.toSeconds()));
    Spread.of(coverage.endedLate())
        .reportLongest(
            figures, ACKNOWLEDGED, phase + ": hole ends after the next registration, at most");
    figures.atMost(
        mostDelivered(perTicker),
        phase + ": delivered, in a hole all the same",
        (double) delivered,
        "");
  }

  /**
   * In each hole the frame that it begins with, and what is sent in the time it may be too long.
   */
  private double mostDelivered(double perTicker) {
    return coverage.holes().size()
        * (Scenario.RECORDS_PER_FRAME + perTicker * MOST_BEYOND.toMillis() / 1e3);
  }

  private Collection<Duration> byTicker() {
    return coverage.holes().stream()
        .filter(hole -> hole.lasting().isPresent())
        .collect(
            Collectors.toMap(Hole::ticker, hole -> hole.lasting().orElseThrow(), Duration::plus))
        .values();
  }
}
