package io.github.kisconnect.bench.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.bench.figure.Figures;
import io.github.kisconnect.bench.journal.FeedHistory;
import io.github.kisconnect.simulator.SimulatorEvent;
import io.github.kisconnect.simulator.SimulatorEvent.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How fast tasks may and must subscribe. */
class StartTest {

  private static final Instant BEGIN = Instant.ofEpochSecond(1_000);

  private final Figures figures = new Figures();

  private static SimulatorEvent event(int millis, Kind kind, String session) {
    return new SimulatorEvent(BEGIN.plusMillis(millis), kind, session, "");
  }

  private static Start start(SimulatorEvent... events) {
    return Start.of("start", BEGIN, new FeedHistory(List.of(events)));
  }

  @Test
  void needsASecondForEachFurtherApprovalAndATenthForEachFurtherTicker() {
    assertThat(Start.leastTime(67, 40)).isEqualTo(Duration.ofMillis(69_900));
    assertThat(Start.leastTime(0, 40)).isEqualTo(Duration.ofMillis(3_900));
  }

  @Test
  void mayTakeTenSecondsMoreThanTheLeastTime() {
    start(event(-1, Kind.REGISTERED, "1"), event(12_000, Kind.REGISTERED, "2"))
        .report(figures, Duration.ofSeconds(2));
    assertThat(figures.areKept()).isTrue();
    start(event(12_001, Kind.REGISTERED, "2")).report(figures, Duration.ofSeconds(2));
    assertThat(figures.areKept()).isFalse();
  }

  @Test
  void asksForApprovalsASecondApartButForJitter() {
    start(event(0, Kind.APPROVAL_ISSUED, ""), event(870, Kind.APPROVAL_ISSUED, ""))
        .reportPace(figures);
    assertThat(figures.areKept()).isTrue();
    start(event(0, Kind.APPROVAL_ISSUED, ""), event(500, Kind.APPROVAL_ISSUED, ""))
        .reportPace(figures);
    assertThat(figures.areKept()).isFalse();
  }

  @Test
  void registersTenTickersOfASessionASecondAtMost() {
    start(registrations(100)).reportPace(figures);
    assertThat(figures.areKept()).isTrue();
    start(registrations(90)).reportPace(figures);
    assertThat(figures.areKept()).isFalse();
  }

  @Test
  void aRegistrationThatIsLateIsNotTooFast() {
    SimulatorEvent[] events = registrations(100);
    events[3] = event(360, Kind.REGISTERED, "1");
    start(events).reportPace(figures);
    assertThat(figures.areKept()).isTrue();
  }

  private static SimulatorEvent[] registrations(int apart) {
    return IntStream.range(0, 40)
        .mapToObj(i -> event(i * apart, Kind.REGISTERED, "1"))
        .toArray(SimulatorEvent[]::new);
  }
}
