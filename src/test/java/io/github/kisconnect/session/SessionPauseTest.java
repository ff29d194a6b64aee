package io.github.kisconnect.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.kisconnect.gap.Gap;
import io.github.kisconnect.gap.GapReason;
import io.github.kisconnect.protocol.PingPongReply;
import io.github.kisconnect.session.Transport.ConnectFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A session for which nobody polls: closed after a while, and resumed by the next poll. */
class SessionPauseTest {

  private static final List<String> TICKERS = List.of("005930", "000660");
  private static final long SECOND = 1_000_000;
  private static final Duration TICK = Duration.ofSeconds(1);

  @Test
  void keepsTheSessionWhileThePauseIsShort() {
    SessionWorld world = live();
    world.polled = false;

    world.pass(SessionWorld.PAUSE_CLOSE.minus(TICK));
    world.poll();
    world.pass(SessionWorld.PAUSE_CLOSE.minus(TICK));

    assertThat(world.state()).isEqualTo(SessionState.QUIET);
    assertThat(world.attempts).hasSize(1);
  }

  @Test
  void closesTheSessionCleanlyWhenThePauseIsLongAndThenStaysStill() {
    SessionWorld world = paused();

    assertThat(world.state()).isEqualTo(SessionState.SUSPENDED);
    assertThat(world.attempts).singleElement().matches(attempt -> attempt.closeBudget != null);
    assertThat(world.machine.untilTimer()).isEqualTo(SubscriptionBook.NEVER);
    world.pass(86_400);
    assertThat(world.attempts).hasSize(1);
    assertThat(world.listener.gaps).isEmpty();
  }

  @Test
  void connectsAtOnceWithTheSameApprovalKeyWhenConnectPollsAgain() {
    SessionWorld world = paused();

    world.poll();
    world.pass(TICK);

    assertThat(world.state()).isEqualTo(SessionState.QUIET);
    assertThat(world.attempts).hasSize(2);
    assertThat(world.connection().askedFor()).containsExactlyElementsOf(TICKERS);
    assertThat(world.approvals.invalidated).isEmpty();
  }

  @Test
  void reportsThePauseFromTheLastSignOfLifeToEachNewAcknowledgement() {
    SessionWorld world = live();
    world.pass(10);
    world.act(() -> world.connection().data("005930"));
    world.polled = false;
    world.pass(SessionWorld.PAUSE_CLOSE.plus(TICK));
    long lastSign = world.machine.status().lastInboundMicros().orElseThrow();
    world.pass(3_600);
    long resumed = world.time.epochMicros();

    world.poll();
    world.pass(TICK);

    assertThat(world.listener.gaps)
        .extracting(Gap::ticker, Gap::reason, Gap::fromMicros, Gap::toMicros)
        .containsExactly(
            tuple("005930", GapReason.PAUSE, lastSign - SECOND, OptionalLong.of(resumed)),
            tuple(
                "000660",
                GapReason.PAUSE,
                lastSign - SECOND,
                OptionalLong.of(resumed + SECOND / 10)));
  }

  @Test
  void reportsWhatCameDuringTheClosingHandshakeAsReceived() {
    SessionWorld world = live();
    world.connection().answersClose = false;
    world.polled = false;
    world.pass(SessionWorld.PAUSE_CLOSE);
    assertThat(world.state()).isEqualTo(SessionState.CLOSING);
    world.pass(Duration.ofMillis(500));
    world.act(() -> world.connection().data("005930"));
    long lastSign = world.time.epochMicros();
    world.pass(10);
    assertThat(world.state()).isEqualTo(SessionState.SUSPENDED);

    world.poll();
    world.pass(TICK);

    assertThat(world.frames).hasSize(1);
    assertThat(world.listener.gaps)
        .hasSize(2)
        .allSatisfy(
            gap -> {
              assertThat(gap.reason()).isEqualTo(GapReason.PAUSE);
              assertThat(gap.fromMicros()).isEqualTo(lastSign - SECOND);
            });
  }

  @Test
  void goesOnAtOnceWhereConnectPollsDuringTheClosingHandshake() {
    SessionWorld world = live();
    world.connection().answersClose = false;
    world.polled = false;
    world.pass(SessionWorld.PAUSE_CLOSE);
    assertThat(world.state()).isEqualTo(SessionState.CLOSING);

    world.poll();
    world.polled = true;
    world.pass(5);

    assertThat(world.attempts).hasSize(2);
    assertThat(world.state()).isEqualTo(SessionState.QUIET);
  }

  @Test
  void connectsNoMoreAfterALossWhileNobodyPolls() {
    SessionWorld world = live();
    world.polled = false;
    world.onConnect = attempt -> attempt.fails(ConnectFailure.Kind.UNREACHABLE);
    world.pass(60);
    world.connection().drops();
    world.pass(3_600);
    int attempts = world.attempts.size();
    assertThat(world.state()).isEqualTo(SessionState.SUSPENDED);

    world.pass(86_400);
    assertThat(world.attempts).hasSize(attempts);
    world.friendly();
    world.poll();

    assertThat(world.attempts).hasSize(attempts + 1);
  }

  @Test
  void waitsAsLongAsAnOccupiedAppKeyNeedsEvenWhenThePauseIsOver() {
    SessionWorld world = live();
    world.pass(SessionWorld.PAUSE_CLOSE);
    world.polled = false;
    world.pass(SessionWorld.PAUSE_CLOSE.minus(TICK));
    world.connection().replies("9", "OPSP8996", "ALREADY IN USE appkey", "");
    world.pass(10);
    assertThat(world.state()).isEqualTo(SessionState.OCCUPIED);

    world.poll();
    world.polled = true;
    world.pass(60);
    assertThat(world.attempts).hasSize(1);
    world.pass(60);

    assertThat(world.attempts).hasSize(2);
  }

  @Test
  void keepsTheConnectionQuotaHoweverOftenItIsPaused() {
    SessionWorld world =
        new SessionWorld(withPauseClose(Duration.ofSeconds(2)), Map.of(), new Random(1))
            .friendly()
            .started();
    for (int i = 0; i < 50; i++) {
      world.polled = false;
      world.pass(4);
      world.polled = true;
      world.poll();
    }

    int quota =
        ReconnectPolicy.QUOTA_BURST + 200 / (int) ReconnectPolicy.QUOTA_INTERVAL.toSeconds();
    assertThat(world.attempts).hasSizeBetween(ReconnectPolicy.QUOTA_BURST, quota);
  }

  @Test
  void neverClosesTheSessionWhereThatIsSwitchedOff() {
    SessionWorld world =
        new SessionWorld(withPauseClose(Duration.ZERO), Map.of(), new Random(1))
            .friendly()
            .started();
    world.polled = false;

    world.pass(86_400);

    assertThat(world.state()).isEqualTo(SessionState.QUIET);
    assertThat(world.attempts).hasSize(1);
  }

  @Test
  void stopsAtOnceWhileSuspended() {
    SessionWorld world = paused();

    world.act(world.machine::stop);
    world.poll();

    assertThat(world.state()).isEqualTo(SessionState.CLOSED);
    assertThat(world.attempts).hasSize(1);
  }

  private static SessionWorld live() {
    SessionWorld world = new SessionWorld(TICKERS).friendly().started();
    world.pass(TICK);
    assertThat(world.state()).isEqualTo(SessionState.QUIET);
    return world;
  }

  private static SessionWorld paused() {
    SessionWorld world = live();
    world.polled = false;
    world.pass(SessionWorld.PAUSE_CLOSE.plus(TICK));
    return world;
  }

  private static SessionSettings withPauseClose(Duration pauseClose) {
    return SessionWorld.settings(TICKERS, 40, pauseClose, PingPongReply.ECHO);
  }
}
