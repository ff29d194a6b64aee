package io.github.kisconnect.bench.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.simulator.LedgerRecord;
import io.github.kisconnect.simulator.LedgerRecord.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Holes beside the absences that they are to report; times are seconds. */
class CoverageTest {

  private static final String TICKER = "005930";
  private static final Duration MARGIN = Duration.ofSeconds(2);

  private static Hole hole(long from, long to) {
    return new Hole(
        TICKER, "RESTART", Instant.ofEpochSecond(from), Optional.of(Instant.ofEpochSecond(to)));
  }

  private static Absence absence(long begin, long end) {
    return new Absence(TICKER, Instant.ofEpochSecond(begin), Instant.ofEpochSecond(end));
  }

  private static Coverage coverage(Hole hole, Absence... absences) {
    return new Coverage(List.of(hole), List.of(absences));
  }

  private static LedgerRecord entry(Outcome outcome, String ticker, long at) {
    return new LedgerRecord(
        outcome, "1", 1, 0, ticker, List.of(), true, LocalDateTime.MIN, Instant.ofEpochSecond(at));
  }

  private static SentTimes sent(long... at) {
    SentTimes times = new SentTimes();
    times.add(LongStream.of(at).mapToObj(each -> entry(Outcome.WRITTEN, TICKER, each)).toList());
    return times;
  }

  @Test
  void anAbsenceIsCoveredByAHoleFromBeforeItsBeginToAfterItsEnd() {
    assertThat(coverage(hole(99, 121), absence(100, 120)).uncovered()).isEmpty();
    assertThat(coverage(hole(101, 121), absence(100, 120)).uncovered())
        .containsExactly(absence(100, 120));
    assertThat(coverage(hole(99, 119), absence(100, 120)).uncovered())
        .containsExactly(absence(100, 120));
  }

  @Test
  void anAbsenceIsNotCoveredByTheHoleOfAnotherTicker() {
    Absence other = new Absence("000660", Instant.ofEpochSecond(100), Instant.ofEpochSecond(120));
    assertThat(coverage(hole(99, 121), other).uncovered()).containsExactly(other);
  }

  @Test
  void aHoleWithoutAnEndCoversWhateverComesAfterItsBeginButIsGroundless() {
    Hole endless = new Hole(TICKER, "RESTART", Instant.ofEpochSecond(99), Optional.empty());
    Coverage coverage = coverage(endless, absence(100, 120));
    assertThat(coverage.uncovered()).isEmpty();
    assertThat(coverage.groundless()).containsExactly(endless);
  }

  @Test
  void aHoleInWhichNoAbsenceEndsIsGroundless() {
    assertThat(coverage(hole(10, 20), absence(100, 120)).groundless())
        .containsExactly(hole(10, 20));
    assertThat(coverage(hole(130, 140), absence(100, 120)).groundless())
        .containsExactly(hole(130, 140));
    assertThat(coverage(hole(99, 121), absence(100, 120)).groundless()).isEmpty();
  }

  @Test
  void tellsHowMuchEarlierThanTheLastStoredRecordAHoleBegins() {
    assertThat(coverage(hole(95, 121), absence(100, 120)).begunEarly(sent(90, 96, 99, 121), MARGIN))
        .containsExactly(Duration.ofSeconds(1));
    assertThat(coverage(hole(0, 121), absence(100, 120)).begunEarly(sent(90, 96, 99), MARGIN))
        .containsExactly(Duration.ofSeconds(96));
  }

  @Test
  void measuresTheBeginFromTheAbsenceWhereNoRecordWasSentBefore() {
    assertThat(coverage(hole(60, 121), absence(100, 120)).begunEarly(sent(99), MARGIN))
        .containsExactly(Duration.ofSeconds(40));
  }

  @Test
  void aHoleThatSwallowsAnEarlierAbsenceBeginsTooEarly() {
    assertThat(
            coverage(hole(95, 141), absence(100, 120), absence(130, 140))
                .begunEarly(sent(96, 121, 126), MARGIN))
        .containsExactly(Duration.ofSeconds(31));
  }

  @Test
  void tellsHowMuchLaterThanTheAbsenceAHoleEnds() {
    assertThat(coverage(hole(99, 121), absence(100, 120)).endedLate())
        .containsExactly(Duration.ofSeconds(1));
    assertThat(coverage(hole(99, 500), absence(100, 120)).endedLate())
        .containsExactly(Duration.ofSeconds(380));
  }

  @Test
  void onlyWhatASocketTookCountsAsSent() {
    SentTimes times = new SentTimes();
    times.add(
        List.of(
            entry(Outcome.WRITTEN, TICKER, 10),
            entry(Outcome.NOT_WRITTEN, TICKER, 11),
            entry(Outcome.MISSED, TICKER, 12),
            entry(Outcome.WRITTEN, "000660", 13)));
    assertThat(times.last(TICKER, Instant.ofEpochSecond(20))).contains(Instant.ofEpochSecond(10));
    assertThat(times.last(TICKER, Instant.ofEpochSecond(9))).isEmpty();
    assertThat(times.last("035420", Instant.ofEpochSecond(20))).isEmpty();
  }
}
