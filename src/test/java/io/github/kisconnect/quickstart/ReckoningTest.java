package io.github.kisconnect.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The verdict of a run. */
class ReckoningTest {

  private static final Place FIRST = new Place(1, 0, "005930");
  private static final Place SECOND = new Place(1, 1, "005930");
  private static final Place THIRD = new Place(2, 0, "000660");

  private final ReadLog log = new ReadLog();

  @Test
  void balancesWhenEachRecordWasReadOnce() {
    log.add("s", SECOND);
    log.add("s", FIRST);

    assertThat(Reckoning.of(List.of(FIRST, SECOND), log))
        .isEqualTo(new Reckoning(2, 2, 0, 0, 0))
        .matches(Reckoning::isBalanced);
  }

  @Test
  void doesNotBalanceWhenARecordIsMissing() {
    log.add("s", FIRST);

    assertThat(Reckoning.of(List.of(FIRST, SECOND), log))
        .isEqualTo(new Reckoning(2, 1, 1, 0, 0))
        .matches(reckoning -> !reckoning.isBalanced());
  }

  @Test
  void doesNotBalanceWhenARecordWasReadTwice() {
    log.add("s", FIRST);
    log.add("s", FIRST);
    log.add("s", SECOND);

    assertThat(Reckoning.of(List.of(FIRST, SECOND), log))
        .isEqualTo(new Reckoning(2, 3, 0, 0, 1))
        .matches(reckoning -> !reckoning.isBalanced());
  }

  @Test
  void doesNotTakeADuplicateForAMissingRecord() {
    log.add("s", FIRST);
    log.add("s", FIRST);

    assertThat(Reckoning.of(List.of(FIRST, SECOND), log)).isEqualTo(new Reckoning(2, 2, 1, 0, 1));
  }

  @Test
  void doesNotBalanceWhenSomethingWasReadThatNobodyHasSent() {
    log.add("s", FIRST);
    log.add("s", THIRD);

    assertThat(Reckoning.of(List.of(FIRST), log))
        .isEqualTo(new Reckoning(1, 2, 0, 1, 0))
        .matches(reckoning -> !reckoning.isBalanced());
  }

  @Test
  void keepsTheSamePlaceOfTwoSessionsApart() {
    log.add("s", FIRST);
    log.add("t", FIRST);

    assertThat(Reckoning.of(List.of(FIRST, FIRST), log)).matches(Reckoning::isBalanced);
  }

  @Test
  void doesNotBalanceWhenNothingWasSent() {
    assertThat(Reckoning.of(List.of(), log)).matches(reckoning -> !reckoning.isBalanced());
  }

  @Test
  void identifiesARecordByItsHeaders() {
    log.add(AvroRecords.of("005930", 0, AvroRecords.samsung()));

    assertThat(log.places()).containsExactly(new Place(7, 2, "005930"));
  }

  @Test
  void saysWhatItHasCounted() {
    Latencies latencies = new Latencies();
    for (int millis = 1; millis <= 100; millis++) {
      latencies.add(Duration.ofMillis(millis));
    }

    assertThat(new Reckoning(5, 6, 1, 2, 3).sentence(latencies))
        .isEqualTo(
            "5 records sent, 6 read, 1 missing, 2 unknown, 3 duplicates;"
                + " from socket to consumer p50 50.0 ms, p99 99.0 ms.");
  }
}
