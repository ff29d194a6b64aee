package io.github.kisconnect.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.session.ApprovalSource.Result;
import io.github.kisconnect.session.Transport.ConnectFailure;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Start, stop in every state, and liveness. */
class SessionLifecycleTest {

  private static final List<String> TICKERS = List.of("005930", "000660");

  @Test
  void goesThroughItsStatesInOrder() {
    SessionWorld world = new SessionWorld(TICKERS).friendly().started();
    world.pass(1);
    world.act(world.machine::stop);

    assertThat(world.listener.states)
        .containsExactly(
            SessionState.APPROVING,
            SessionState.CONNECTING,
            SessionState.SUBSCRIBING,
            SessionState.QUIET,
            SessionState.CLOSING,
            SessionState.CLOSED);
  }

  @Test
  void stopsBeforeItStarts() {
    SessionWorld world = new SessionWorld(TICKERS);

    world.act(world.machine::stop);
    world.act(world.machine::start);

    assertClosedForGood(world, 0);
  }

  @Test
  void stopsAtOnceWhileApproving() {
    SessionWorld world = new SessionWorld(TICKERS);
    world.approvals.silent = true;
    world.started();

    world.act(world.machine::stop);
    assertThat(world.state()).isEqualTo(SessionState.CLOSED);
    world.act(
        () ->
            world
                .approvals
                .unanswered
                .get(0)
                .accept(new Result.Approved(world.approvals.current())));

    assertClosedForGood(world, 0);
  }

  @Test
  void stopsAtOnceWhileConnectingAndClosesWhatOpensLater() {
    SessionWorld world = new SessionWorld(TICKERS).started();

    world.act(world.machine::stop);
    assertThat(world.state()).isEqualTo(SessionState.CLOSED);
    world.act(world.connection()::opens);

    assertThat(world.connection().open).isFalse();
    assertThat(world.connection().sent).isEmpty();
    assertClosedForGood(world, 1);
  }

  @Test
  void closesCleanlyWhileSubscribing() {
    SessionWorld world = new SessionWorld(TICKERS).started();
    world.act(world.connection()::opens);
    assertThat(world.state()).isEqualTo(SessionState.SUBSCRIBING);

    world.act(world.machine::stop);

    assertThat(world.connection().closeBudget).isEqualTo(Duration.ofMillis(2500));
    assertClosedForGood(world, 1);
  }

  @Test
  void stopsWithinThreeSecondsWhereThePeerDoesNotClose() {
    SessionWorld world = settled();
    world.connection().answersClose = false;

    world.act(world.machine::stop);
    world.act(world.machine::stop);
    assertThat(world.state()).isEqualTo(SessionState.CLOSING);
    world.pass(3);

    assertClosedForGood(world, 1);
  }

  @Test
  void stopsWhileItAlreadyClosesForAnotherReason() {
    SessionWorld world = settled();
    world.connection().answersClose = false;
    world.act(() -> world.connection().replies("9", "OPSP8996", "ALREADY IN USE appkey", ""));

    world.act(world.machine::stop);
    world.pass(3);

    assertClosedForGood(world, 1);
  }

  @Test
  void isClosedAtOnceByAFaultOfItsOwnWhileItStops() {
    SessionWorld world = settled();
    world.connection().answersClose = false;
    world.act(world.machine::stop);
    assertThat(world.state()).isEqualTo(SessionState.CLOSING);

    world.act(() -> world.machine.broken(new IllegalStateException("scripted")));

    assertThat(world.state()).isEqualTo(SessionState.CLOSED);
    assertThat(world.listener.failures).isEmpty();
    assertClosedForGood(world, 1);
  }

  @Test
  void failsByAFaultOfItsOwnWhileItClosesToConnectAgain() {
    SessionWorld world = settled();
    world.connection().answersClose = false;
    world.act(() -> world.connection().replies("9", "OPSP8996", "ALREADY IN USE appkey", ""));
    assertThat(world.state()).isEqualTo(SessionState.CLOSING);

    world.act(() -> world.machine.broken(new IllegalStateException("scripted")));
    world.act(world.connection()::drops);
    world.pass(86_400);

    assertThat(world.state()).isEqualTo(SessionState.FAILED);
    assertThat(world.listener.failures).hasSize(1);
    assertThat(world.attempts).hasSize(1);
  }

  @Test
  void stopsWhileBackingOff() {
    SessionWorld world = new SessionWorld(TICKERS);
    world.onConnect = attempt -> attempt.fails(ConnectFailure.Kind.UPGRADE_REFUSED);
    world.started();
    assertThat(world.state()).isEqualTo(SessionState.BACKING_OFF);

    world.act(world.machine::stop);

    assertClosedForGood(world, 1);
  }

  @Test
  void stopsWhileTheAppKeyIsOccupied() {
    SessionWorld world = settled();
    world.act(() -> world.connection().replies("9", "OPSP8996", "ALREADY IN USE appkey", ""));
    assertThat(world.state()).isEqualTo(SessionState.OCCUPIED);

    world.act(world.machine::stop);

    assertClosedForGood(world, 1);
  }

  @Test
  void stopsAfterItFailed() {
    SessionWorld world = settled();
    world.act(() -> world.connection().replies("9", "OPSP9994", "INVALID appkey", ""));
    assertThat(world.state()).isEqualTo(SessionState.FAILED);

    world.act(world.machine::stop);

    assertClosedForGood(world, 1);
  }

  @Test
  void staysQuietForHoursWithoutReconnecting() {
    SessionWorld world = settled();

    world.pass(8 * 3_600);

    assertThat(world.attempts).hasSize(1);
    assertThat(world.listener.states)
        .endsWith(SessionState.QUIET)
        .doesNotContain(SessionState.STALE);
    assertThat(world.connection().pings).isBetween(400, 480);
  }

  @Test
  void doesNotPingWhileAnythingComesIn() {
    SessionWorld world = settled();

    for (int i = 0; i < 100; i++) {
      world.pass(50);
      world.act(() -> world.connection().says("{\"header\":{\"tr_id\":\"PINGPONG\"}}"));
    }

    assertThat(world.connection().pings).isZero();
  }

  @Test
  void isStaleWhileAProbeIsOutAndRecoversWithItsAnswer() {
    SessionWorld world = settled();
    world.onPing = connection -> {};

    world.pass(62);
    assertThat(world.connection().pings).isEqualTo(1);
    assertThat(world.state()).isEqualTo(SessionState.QUIET);
    world.pass(5);
    assertThat(world.state()).isEqualTo(SessionState.STALE);
    world.act(() -> world.connection().controls());
    world.pass(2);

    assertThat(world.state()).isEqualTo(SessionState.QUIET);
  }

  @Test
  void givesUpASilentConnectionAfterOneProbeAndTheTimeout() {
    SessionWorld world = settled();
    world.onPing = connection -> {};

    world.pass(118);
    assertThat(world.attempts).hasSize(1);
    assertThat(world.state()).isEqualTo(SessionState.STALE);
    world.pass(9);

    assertThat(world.attempts.get(0).pings).isEqualTo(1);
    assertThat(world.attempts.get(0).open).isFalse();
    assertThat(world.attempts).hasSize(2);
  }

  private static SessionWorld settled() {
    SessionWorld world = new SessionWorld(TICKERS).friendly().started();
    world.pass(1);
    assertThat(world.state()).isEqualTo(SessionState.QUIET);
    return world;
  }

  private static void assertClosedForGood(SessionWorld world, int attempts) {
    world.pass(86_400);
    assertThat(world.state()).isEqualTo(SessionState.CLOSED);
    assertThat(world.attempts).hasSize(attempts).noneMatch(FakeConnection::isLeftOpen);
    assertThat(world.machine.untilTimer()).isEqualTo(SubscriptionBook.NEVER);
  }
}
