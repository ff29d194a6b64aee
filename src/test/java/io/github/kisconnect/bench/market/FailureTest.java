package io.github.kisconnect.bench.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.bench.figure.Figures;
import io.github.kisconnect.bench.journal.FeedHistory;
import io.github.kisconnect.bench.journal.Hole;
import io.github.kisconnect.simulator.SimulatorEvent;
import io.github.kisconnect.simulator.SimulatorEvent.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What may be missing of a load of seven records, four of them for the session that ends at 20 s;
 * times are seconds.
 */
class FailureTest {

  private static final String ITS = "005930";
  private static final String OTHER = "000660";

  private final List<Receipt> receipts =
      new ArrayList<>(
          List.of(
              receipt(ITS, "a", 8, 11),
              receipt(OTHER, "b", 4, 12),
              receipt(ITS, "a", 9, 13),
              receipt(OTHER, "b", 5, 22),
              receipt(OTHER, "b", 6, 24)));

  private static SimulatorEvent event(int second, Kind kind, String session, String detail) {
    return new SimulatorEvent(at(second), kind, session, detail);
  }

  private static Receipt receipt(String ticker, String session, long frame, int second) {
    return new Receipt(ticker, session, frame, at(second));
  }

  private static Instant at(int second) {
    return Instant.ofEpochSecond(second);
  }

  private static Hole hole(String ticker, int from, int to) {
    return new Hole(ticker, "RESTART", at(from), Optional.of(at(to)));
  }

  private static FeedHistory history(SimulatorEvent... between) {
    List<SimulatorEvent> events =
        new ArrayList<>(
            List.of(
                event(1, Kind.REGISTERED, "1", ITS),
                event(2, Kind.REGISTERED, "2", OTHER),
                event(5, Kind.LOADED, "1", "100"),
                event(20, Kind.CLOSED_CLEANLY, "1", "")));
    events.addAll(List.of(between));
    events.addAll(
        List.of(
            event(30, Kind.LOADED, "1", "4"),
            event(30, Kind.LOADED, "2", "3"),
            event(40, Kind.REGISTERED, "3", ITS)));
    return new FeedHistory(events);
  }

  private Figures figures(Set<String> ended, Hole hole) {
    return figures(ended, history(), 7, hole);
  }

  private Figures figures(Set<String> ended, FeedHistory history, long sent, Hole... holes) {
    Figures figures = new Figures();
    new Failure(at(10), ended, history, new Receipts(receipts), List.of(holes))
        .report(figures, sent, 0, 1);
    return figures;
  }

  @Test
  void theFailedTaskMayLackItsLastRecordsWhereAHoleBeginsBeforeThem() {
    Figures figures = figures(Set.of("1"), hole(ITS, 12, 41));
    assertThat(figures.areKept()).isTrue();
    assertThat(figures.csv())
        .contains("sent to the others,3,", "sent to it before,4,", "these not delivered,2,");
  }

  @Test
  void theFailedTaskMustReportAHoleSinceItsLastRecord() {
    assertThat(figures(Set.of("1"), hole(ITS, 14, 41)).areKept()).isFalse();
    assertThat(figures(Set.of("1"), hole(ITS, 12, 39)).areKept()).isFalse();
    assertThat(figures(Set.of("1"), hole(OTHER, 12, 41)).areKept()).isFalse();
  }

  @Test
  void theFailedTaskMustNotLackARecordBeforeOneThatItDelivered() {
    receipts.set(2, receipt(ITS, "a", 10, 13));
    assertThat(figures(Set.of("1"), hole(ITS, 12, 41)).areKept()).isFalse();
  }

  @Test
  void theOthersMustNotLackARecord() {
    receipts.remove(3);
    assertThat(figures(Set.of("1"), hole(ITS, 12, 41)).areKept()).isFalse();
  }

  @Test
  void noOtherSessionMayEnd() {
    assertThat(figures(Set.of("1", "2"), hole(ITS, 12, 41)).areKept()).isFalse();
    assertThat(figures(Set.of(), hole(ITS, 12, 41)).areKept()).isFalse();
  }

  @Test
  void aSessionThatTheFailedTaskHadInBetweenIsItsOwn() {
    FeedHistory history =
        history(
            event(24, Kind.REGISTERED, "9", ITS),
            event(27, Kind.CLOSED_CLEANLY, "9", ""),
            event(30, Kind.LOADED, "9", "2"));
    receipts.add(receipt(ITS, "c", 1, 25));
    assertThat(figures(Set.of("1"), history, 9, hole(ITS, 12, 24), hole(ITS, 24, 41)).areKept())
        .isTrue();
    assertThat(figures(Set.of("1"), history, 9, hole(ITS, 14, 24), hole(ITS, 24, 41)).areKept())
        .isFalse();
  }

  @Test
  void severalRecordsOfAFrameCountAsNoFrameSkipped() {
    receipts.add(receipt(ITS, "a", 9, 13));
    assertThat(new Receipts(receipts).skippedFrames()).isZero();
  }
}
