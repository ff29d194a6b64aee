package io.github.kisconnect.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.session.Transport.CloseReason;
import io.github.kisconnect.session.Transport.ConnectFailure;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.AbstractDurationAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows each way in which a session can fail to come about, or end. */
class SessionReconnectTest {

  private static final List<String> TICKERS = List.of("005930", "000660");

  @Test
  void resubscribesEverythingAfterReconnect() {
    SessionWorld world = settled();

    world.act(world.connection()::drops);
    world.passUntilNextAttempt();
    world.pass(1);

    assertThat(world.attempts).hasSize(2);
    assertThat(world.connection().askedFor()).isEqualTo(TICKERS);
    assertThat(world.machine.status().confirmed()).isEqualTo(2);
  }

  @Test
  void countsNothingAsConfirmedBeforeTheNextConnectionIsOpen() {
    SessionWorld world = settled();
    world.onConnect = attempt -> {};

    world.act(world.connection()::drops);
    world.passUntilNextAttempt();

    assertThat(world.state()).isEqualTo(SessionState.CONNECTING);
    assertThat(world.machine.status().confirmed()).isZero();
    assertThat(world.machine.status().unconfirmed()).isZero();
  }

  @Test
  void keepsAConnectionWhoseReaderIsHeldUpForLongerThanSilenceMayLast() {
    SessionWorld world = settled();
    world.whileHandingOn =
        () -> {
          world.time.advance(Duration.ofSeconds(130));
          world.machine.timer();
        };

    world.act(() -> world.connection().data("005930"));
    world.pass(10);

    assertThat(world.attempts).singleElement().matches(FakeConnection::isLeftOpen);
  }

  @Test
  void reconnectsSoonOnceAfterALongLifeAndBacksOffThen() {
    SessionWorld world = settled();
    world.pass(20);
    world.onConnect = attempt -> attempt.fails(ConnectFailure.Kind.UNREACHABLE);

    world.act(world.connection()::drops);

    assertBetween(world.passUntilNextAttempt(), 1, 5);
    assertBetween(world.passUntilNextAttempt(), 1, 1.25);
    assertBetween(world.passUntilNextAttempt(), 2, 2.5);
    assertBetween(world.passUntilNextAttempt(), 4, 5);
    assertThat(world.machine.status().failedAttempts()).isEqualTo(5);
  }

  @Test
  void tellsTheClassOfEachEnd() {
    SessionWorld world = settled();
    world.act(world.connection()::drops);
    world.onConnect = attempt -> attempt.fails(ConnectFailure.Kind.UNREACHABLE);
    world.passUntilNextAttempt();
    world.friendly();
    world.passUntilNextAttempt();
    world.polled = false;
    world.pass(SessionWorld.PAUSE_CLOSE.plusMinutes(1));
    world.polled = true;
    world.poll();
    world.pass(1);
    world.act(() -> world.connection().replies("OPSP8998", ""));

    assertThat(world.state()).isEqualTo(SessionState.FAILED);
    assertThat(world.listener.ends)
        .containsExactly(
            FailureKind.CONNECTION_LOST,
            FailureKind.UNREACHABLE,
            FailureKind.PAUSED,
            FailureKind.FATAL);
  }

  @Test
  void tellsOfNoEndWhereItIsStopped() {
    SessionWorld world = settled();

    world.act(world.machine::stop);

    assertThat(world.state()).isEqualTo(SessionState.CLOSED);
    assertThat(world.listener.ends).isEmpty();
  }

  @Test
  void countsAnEarlyCloseAsAFailedAttempt() {
    SessionWorld world = new SessionWorld(TICKERS).friendly().started();
    for (double least : new double[] {1, 2, 4, 8, 16}) {
      world.pass(Duration.ofMillis(300));
      world.act(world.connection()::drops);
      assertBetween(world.passUntilNextAttempt(), least, least * 1.25);
    }
  }

  @Test
  void takesDataForProofOfLife() {
    SessionWorld world = new SessionWorld(TICKERS).friendly();
    world.onConnect = attempt -> attempt.fails(ConnectFailure.Kind.UNREACHABLE);
    world.started();
    world.passUntilNextAttempt();
    world.passUntilNextAttempt();
    world.friendly();
    world.passUntilNextAttempt();

    world.act(() -> world.connection().data("005930"));
    world.act(world.connection()::drops);

    assertThat(world.machine.status().failedAttempts()).isEqualTo(1);
    assertBetween(world.passUntilNextAttempt(), 1, 5);
  }

  @ParameterizedTest
  @EnumSource(
      value = ConnectFailure.Kind.class,
      names = {"UPGRADE_REFUSED", "TIMEOUT"})
  void waitsLongerWhereTheUpgradeIsRefused(ConnectFailure.Kind kind) {
    SessionWorld world = new SessionWorld(TICKERS);
    world.onConnect = attempt -> attempt.fails(kind);
    world.started();

    for (int least : new int[] {5, 10, 20, 40, 80, 160, 300, 300}) {
      assertBetween(world.passUntilNextAttempt(), least, least * 1.25);
    }
    assertThat(world.approvals.invalidated).isEmpty();
  }

  @Test
  void waitsForMinutesWhileTheAppKeyIsOccupied() {
    SessionWorld world = new SessionWorld(TICKERS);
    world.onConnect = FakeConnection::opens;
    world.started();

    for (int least : new int[] {90, 180, 300, 300}) {
      world.act(
          () -> world.connection().replies("9", "OPSP8996", "ALREADY IN USE appkey", "(null)"));
      assertThat(world.state()).isEqualTo(SessionState.OCCUPIED);
      assertThat(world.connection().closeBudget).isNotNull();
      assertBetween(world.passUntilNextAttempt(), least, least * 1.25);
    }
    assertThat(world.approvals.invalidated).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"OPSP8999", "OPSP9993", "OPSP9995"})
  void reconnectsWithBackoffWhereKisIsShortOfSomething(String code) {
    SessionWorld world = new SessionWorld(TICKERS);
    world.onConnect = FakeConnection::opens;
    world.started();

    for (int least : new int[] {1, 2, 4, 8}) {
      world.act(() -> world.connection().replies("9", code, "as scripted", ""));
      assertBetween(world.passUntilNextAttempt(), least, least * 1.25);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OPSP8991",
        "OPSP8994",
        "OPSP8995",
        "OPSP8997",
        "OPSP8998",
        "OPSP9991",
        "OPSP9992",
        "OPSP9994",
        "OPSP9996",
        "OPSP9997",
        "OPSP9998",
        "OPSP9999"
      })
  void failsWhereWaitingCannotHelp(String code) {
    SessionWorld world = settled();

    world.act(() -> world.connection().replies("9", code, "as scripted", ""));

    assertThat(world.state()).isEqualTo(SessionState.FAILED);
    assertThat(world.connection().closeBudget).isEqualTo(SessionMachine.CLOSE_BUDGET);
    assertThat(world.listener.failures).singleElement().asString().contains(code);
    world.pass(86_400);
    assertThat(world.attempts).hasSize(1);
  }

  @Test
  void waitsForTheClosingHandshakeBeforeItConnectsAgain() {
    SessionWorld world = settled();
    world.connection().answersClose = false;

    world.act(() -> world.connection().replies("9", "OPSP9995", "as scripted", ""));
    assertThat(world.state()).isEqualTo(SessionState.CLOSING);
    world.pass(Duration.ofMillis(2500));
    assertThat(world.state()).isEqualTo(SessionState.CLOSING);
    world.pass(Duration.ofMillis(300));

    assertThat(world.state()).isEqualTo(SessionState.BACKING_OFF);
  }

  @Test
  void goesOnWhereTheTransportNeverAnswers() {
    SessionWorld world = new SessionWorld(TICKERS).started();

    world.pass(Duration.ofSeconds(18));
    assertThat(world.state()).isEqualTo(SessionState.BACKING_OFF);
    FakeConnection lost = world.connection();
    world.friendly();
    world.passUntilNextAttempt();
    world.act(lost::opens);
    world.pass(1);

    assertThat(lost.open).isFalse();
    assertThat(world.state()).isEqualTo(SessionState.QUIET);
  }

  @Test
  void limitsHowOftenItConnectsWhateverTheReason() {
    SessionWorld world = new SessionWorld(TICKERS).friendly().started();
    for (int i = 0; i < 100; i++) {
      world.act(() -> world.connection().data("005930"));
      world.act(world.connection()::drops);
      world.passUntilNextAttempt();
    }

    long allowed =
        ReconnectPolicy.QUOTA_BURST
            + world.time.elapsed().dividedBy(ReconnectPolicy.QUOTA_INTERVAL);
    assertThat((long) world.attempts.size()).isLessThanOrEqualTo(allowed);
  }

  @Test
  void endsOnAFaultOfItsOwn() {
    SessionWorld world = settled();

    world.act(() -> world.machine.broken(new IllegalStateException("scripted")));

    assertThat(world.state()).isEqualTo(SessionState.FAILED);
    assertThat(world.connection().open).isFalse();
    assertThat(world.listener.failures).hasSize(1);
  }

  @Test
  void reconnectsAfterACloseFrameOfTheServerToo() {
    SessionWorld world = settled();

    world.act(() -> world.connection().closedWith(new CloseReason(1001, "bye", true, true)));

    assertBetween(world.passUntilNextAttempt(), 1, 1.25);
  }

  private static SessionWorld settled() {
    SessionWorld world = new SessionWorld(TICKERS).friendly().started();
    world.pass(1);
    assertThat(world.state()).isEqualTo(SessionState.QUIET);
    return world;
  }

  private static AbstractDurationAssert<?> assertBetween(
      Duration wait, double leastSeconds, double mostSeconds) {
    return assertThat(wait)
        .isBetween(
            Duration.ofMillis((long) (leastSeconds * 1_000)),
            Duration.ofMillis((long) (mostSeconds * 1_000)));
  }
}
