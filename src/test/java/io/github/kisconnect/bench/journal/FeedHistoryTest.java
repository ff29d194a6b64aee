package io.github.kisconnect.bench.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.simulator.SimulatorEvent;
import io.github.kisconnect.simulator.SimulatorEvent.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is read out of a simulator's journal. */
class FeedHistoryTest {

  private final FeedHistory history =
      new FeedHistory(
          List.of(
              event(0, Kind.APPROVAL_ISSUED, "", ""),
              event(3, Kind.APPROVAL_ISSUED, "", ""),
              event(4, Kind.SESSION_OPENED, "1", ""),
              event(5, Kind.REGISTERED, "1", "005930"),
              event(5, Kind.SESSION_OPENED, "2", ""),
              event(5, Kind.APPROVAL_ISSUED, "", ""),
              event(6, Kind.REGISTERED, "2", "000660"),
              event(10, Kind.CLOSED_UNCLEANLY, "1", ""),
              event(12, Kind.SESSION_OPENED, "3", ""),
              event(12, Kind.REFUSED, "3", "OPSP8996 005930"),
              event(12, Kind.CLOSED_CLEANLY, "3", ""),
              event(13, Kind.SESSION_OPENED, "4", ""),
              event(17, Kind.REGISTERED, "4", "005930")));

  private static SimulatorEvent event(int second, Kind kind, String session, String detail) {
    return new SimulatorEvent(Instant.ofEpochSecond(second), kind, session, detail);
  }

  @Test
  void aTickerIsAbsentFromTheEndOfItsSessionToItsNextRegistration() {
    assertThat(history.absences())
        .containsExactly(
            new Absence("005930", Instant.ofEpochSecond(10), Instant.ofEpochSecond(17)));
    assertThat(history.absences().get(0).lasting()).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void sessionsLiveUntilTheyAreClosedInWhateverWay() {
    assertThat(history.liveSessions()).containsExactly("2", "4");
  }

  @Test
  void knowsWhatASessionRegisteredAndWhatItHadOfLoads() {
    FeedHistory loads =
        new FeedHistory(
            List.of(
                event(1, Kind.REGISTERED, "1", "005930"),
                event(2, Kind.REGISTERED, "1", "000660"),
                event(3, Kind.REGISTERED, "2", "035420"),
                event(4, Kind.LOADED, "1", "7"),
                event(4, Kind.LOADED, "2", "20"),
                event(5, Kind.LOADED, "1", "11")));
    assertThat(loads.tickers("1")).containsExactly("005930", "000660");
    assertThat(loads.sessions(Set.of("000660", "035420"))).containsExactly("1", "2");
    assertThat(loads.sessions(Set.of("005930"))).containsExactly("1");
    assertThat(loads.loaded("1")).isEqualTo(18);
    assertThat(loads.since(Instant.ofEpochSecond(5)).loaded("1")).isEqualTo(11);
    assertThat(loads.loaded("3")).isZero();
  }

  @Test
  void countsFromATimeOn() {
    FeedHistory later = history.since(Instant.ofEpochSecond(12));
    assertThat(later.count(Kind.CLOSED_UNCLEANLY)).isZero();
    assertThat(later.count(Kind.SESSION_OPENED)).isEqualTo(2);
    assertThat(later.refusals("OPSP8996")).isEqualTo(1);
    assertThat(later.refusals("OPSP0011")).isZero();
    assertThat(later.last(Kind.SESSION_OPENED)).contains(Instant.ofEpochSecond(13));
    assertThat(later.last(Kind.APPROVAL_ISSUED)).isEmpty();
  }

  @Test
  void findsTheShortestTimeBetweenTwoApprovalKeys() {
    assertThat(history.shortestApprovalInterval()).contains(Duration.ofSeconds(2));
    assertThat(history.since(Instant.ofEpochSecond(5)).shortestApprovalInterval()).isEmpty();
  }

  @Test
  void countsTheMostRegistrationsThatOneSessionHadWithinATime() {
    assertThat(history.since(Instant.ofEpochSecond(500)).mostRegistrations(Duration.ofSeconds(1)))
        .isZero();
    FeedHistory registrations =
        new FeedHistory(
            List.of(
                event(20, Kind.REGISTERED, "5", "005930"),
                event(21, Kind.REGISTERED, "6", "000660"),
                event(22, Kind.REGISTERED, "6", "005490"),
                event(25, Kind.REGISTERED, "5", "035420"),
                event(28, Kind.REGISTERED, "6", "068270"),
                event(28, Kind.REGISTERED, "7", "005380"),
                event(29, Kind.REGISTERED, "5", "051910")));
    assertThat(registrations.mostRegistrations(Duration.ofSeconds(3))).isEqualTo(2);
    assertThat(registrations.mostRegistrations(Duration.ofSeconds(7))).isEqualTo(3);
  }
}
