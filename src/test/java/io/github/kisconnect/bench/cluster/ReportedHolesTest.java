package io.github.kisconnect.bench.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.bench.figure.Figures;
import io.github.kisconnect.bench.journal.Absence;
import io.github.kisconnect.bench.journal.Coverage;
import io.github.kisconnect.bench.journal.Hole;
import io.github.kisconnect.bench.journal.SentTimes;
import io.github.kisconnect.simulator.LedgerRecord;
import io.github.kisconnect.simulator.LedgerRecord.Outcome;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which holes a part of the run may have; times are milliseconds. */
class ReportedHolesTest {

  private static final String TICKER = "005930";
  private static final double PER_SECOND = 1;

  private static Instant at(long millis) {
    return Instant.ofEpochMilli(millis);
  }

  private static Hole hole(long from, long to) {
    return new Hole(TICKER, "RESTART", at(from), Optional.of(at(to)));
  }

  /**
   * A ticker without a session from 100 to 120 s, whose last record but two seconds was at 97 s.
   */
  private static Figures figures(List<Hole> holes, long delivered) {
    SentTimes sent = new SentTimes();
    for (long each : new long[] {95_000, 97_000, 99_000}) {
      sent.add(
          List.of(
              new LedgerRecord(
                  Outcome.WRITTEN,
                  "1",
                  1,
                  0,
                  TICKER,
                  List.of(),
                  true,
                  LocalDateTime.MIN,
                  at(each))));
    }
    Coverage coverage = new Coverage(holes, List.of(new Absence(TICKER, at(100_000), at(120_000))));
    Figures figures = new Figures();
    new ReportedHoles("kill", coverage, sent, delivered).report(figures, PER_SECOND);
    return figures;
  }

  private static boolean isKept(Hole hole) {
    return figures(List.of(hole), 0).areKept();
  }

  @Test
  void aHoleMayBeginASecondBeforeTheLastStoredRecord() {
    assertThat(isKept(hole(96_000, 120_100))).isTrue();
    assertThat(isKept(hole(98_500, 120_100))).isTrue();
    assertThat(isKept(hole(95_999, 120_100))).isFalse();
  }

  @Test
  void aHoleMayEndASecondAfterTheRegistration() {
    assertThat(isKept(hole(98_000, 121_000))).isTrue();
    assertThat(isKept(hole(98_000, 121_001))).isFalse();
  }

  @Test
  void aHoleFromTheEpochToForEverIsNotKept() {
    assertThat(isKept(hole(0, 120_100))).isFalse();
    assertThat(isKept(new Hole(TICKER, "RESTART", at(98_000), Optional.empty()))).isFalse();
  }

  @Test
  void aTimeWithoutASessionMustBeInAHole() {
    assertThat(figures(List.of(), 0).areKept()).isFalse();
    assertThat(isKept(hole(98_000, 119_999))).isFalse();
  }

  @Test
  void aFrameAndFourSecondsOfRecordsMayBeDeliveredInAHole() {
    assertThat(figures(List.of(hole(98_000, 120_100)), 8).areKept()).isTrue();
    assertThat(figures(List.of(hole(98_000, 120_100)), 9).areKept()).isFalse();
  }

  @Test
  void reportsTheLengthOfHolesOneByOneAndByTicker() {
    String csv = figures(List.of(hole(20_000, 24_000), hole(98_000, 120_000)), 0).csv();
    assertThat(csv)
        .contains("kill: hole reported p50,22,s", "kill: hole reported max,22,s")
        .contains("kill: holes of a ticker reported together max,26,s");
  }
}
