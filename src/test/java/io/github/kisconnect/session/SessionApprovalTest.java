package io.github.kisconnect.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.session.ApprovalSource.ApprovalKey;
import io.github.kisconnect.session.ApprovalSource.Result;
import io.github.kisconnect.session.Transport.ConnectFailure;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.AbstractDurationAssert;
import org.junit.jupiter.api.Test;

/** Approval keys and credentials: refused, dead, rotated, throttled or not to be had. */
class SessionApprovalTest {

  private static final Credentials ROTATED =
      new Credentials("dummy-new-app-key", "dummy-new-secret");
  private static final List<String> TICKERS = List.of("005930", "000660");

  @Test
  void issuesADeadApprovalKeyAnewOnceAndThenWaitsAMinute() {
    SessionWorld world = new SessionWorld(TICKERS);
    world.onConnect = FakeConnection::opens;
    world.started();

    world.act(() -> world.connection().replies("OPSP0011", ""));
    assertThat(world.attempts).hasSize(2);
    assertThat(world.connection().sent.get(0)).contains("dummy-approval-key-2");
    world.act(() -> world.connection().replies("OPSP0011", ""));
    assertBetween(world.passUntilNextAttempt(), 60, 75);
    world.act(() -> world.connection().replies("OPSP0011", ""));
    assertBetween(world.passUntilNextAttempt(), 120, 150);

    assertThat(world.approvals.invalidated)
        .extracting(ApprovalKey::value)
        .containsExactly("dummy-approval-key-1", "dummy-approval-key-2", "dummy-approval-key-3");
  }

  @Test
  void tellsHowOftenKisWasReallyAsked() {
    SessionWorld world = new SessionWorld(TICKERS).started();
    world.approvals.fromCache = true;
    world.act(() -> world.connection().fails(ConnectFailure.Kind.UNREACHABLE));
    world.passUntilNextAttempt();

    assertThat(world.approvals.askedWith).hasSize(2);
    assertThat(world.listener.approvalRequests).isEqualTo(1);
  }

  @Test
  void wishesForNoApprovalKeyAnyMoreWhenItStops() {
    SessionWorld world = new SessionWorld(TICKERS);
    world.approvals.silent = true;
    world.started();

    world.act(world.machine::stop);

    assertThat(world.approvals.unanswered).hasSize(1);
    assertThat(world.approvals.withdrawn).isEqualTo(1);
  }

  @Test
  void mayReissueAtOnceAgainAfterAProofOfLife() {
    SessionWorld world = new SessionWorld(TICKERS);
    world.onConnect = FakeConnection::opens;
    world.started();
    world.act(() -> world.connection().replies("OPSP0011", ""));
    world.act(() -> world.connection().data("005930"));

    world.act(() -> world.connection().replies("OPSP0011", ""));

    assertThat(world.attempts).hasSize(3);
  }

  @Test
  void failsWhenTheAppKeyStaysUnknownToANewApprovalKey() {
    SessionWorld world = new SessionWorld(TICKERS);
    world.onConnect = FakeConnection::opens;
    world.started();

    world.act(() -> world.connection().replies("OPSP0010", ""));
    assertThat(world.attempts).hasSize(2);
    world.act(() -> world.connection().replies("OPSP0010", ""));

    assertThat(world.listener.failures).singleElement().asString().contains("kis.app.keys");
  }

  @Test
  void failsAtOnceOnRefusedCredentials() {
    SessionWorld world = new SessionWorld(TICKERS);
    world.approvals.script.add(new Result.Rejected("EGW00103", "Correct kis.app.keys."));

    world.started();

    assertThat(world.listener.failures).containsExactly("Correct kis.app.keys.");
    assertThat(world.attempts).isEmpty();
  }

  @Test
  void triesRotatedCredentialsOnceBeforeItFails() {
    SessionWorld world = new SessionWorld(TICKERS).friendly();
    Credentials rotated = new Credentials("dummy-app-key", "dummy-rotated-secret");
    world.approvals.silent = true;
    world.started();
    world.credentials = rotated;
    world.act(() -> world.approvals.unanswered.get(0).accept(rejected()));
    world.credentials = new Credentials("dummy-app-key", "dummy-third-secret");

    assertThat(world.approvals.askedWith).containsExactly(SessionWorld.CREDENTIALS, rotated);
    world.act(() -> world.approvals.unanswered.get(1).accept(rejected()));

    assertThat(world.state()).isEqualTo(SessionState.FAILED);
  }

  @Test
  void triesRotatedCredentialsWhereTheAppKeyIsRefusedOnTheSession() {
    SessionWorld world = new SessionWorld(TICKERS).friendly().started();
    world.credentials = ROTATED;

    world.act(() -> world.connection().replies("9", "OPSP9994", "INVALID appkey", ""));

    assertThat(world.approvals.askedWith).containsExactly(SessionWorld.CREDENTIALS, ROTATED);
    assertThat(world.approvals.invalidated).hasSize(1);
    assertThat(world.attempts).hasSize(2);
    assertThat(world.listener.failures).isEmpty();
  }

  @Test
  void failsAtOnceWhereTheAppKeyIsRefusedOnTheSessionAndThereIsNoOther() {
    SessionWorld world = new SessionWorld(TICKERS).friendly().started();

    world.act(() -> world.connection().replies("9", "OPSP9994", "INVALID appkey", ""));

    assertThat(world.listener.failures).singleElement().asString().contains("kis.app.keys");
    assertThat(world.approvals.askedWith).hasSize(1);
  }

  @Test
  void looksForNewCredentialsForAWhileWhereTheRefusedOnesHadWorked() {
    SessionWorld world = workingAndThenRefused();

    world.pass(100);
    assertThat(world.state()).isEqualTo(SessionState.BACKING_OFF);
    assertThat(world.approvals.askedWith).hasSize(2);
    world.credentials = ROTATED;
    world.pass(40);

    assertThat(world.approvals.askedWith).last().isEqualTo(ROTATED);
    assertThat(world.state()).isEqualTo(SessionState.QUIET);
    assertThat(world.listener.failures).isEmpty();
  }

  @Test
  void failsWhereNoNewCredentialsComeAndNeverTriesTheRefusedOnesAgain() {
    SessionWorld world = workingAndThenRefused();

    world.pass(179);
    assertThat(world.state()).isEqualTo(SessionState.BACKING_OFF);
    world.pass(60);

    assertThat(world.listener.failures)
        .singleElement()
        .asString()
        .contains("Correct kis.app.keys.", "no new ones came within 3 minutes");
    assertThat(world.approvals.askedWith).hasSize(2);
  }

  @Test
  void givesEachRotationItsOwnTime() {
    SessionWorld world = workingAndThenRefused();
    world.pass(170);
    world.credentials = ROTATED;
    world.pass(60);
    assertThat(world.state()).isEqualTo(SessionState.QUIET);
    world.approvals.script.add(rejected());
    world.act(() -> world.connection().replies("OPSP0011", ""));

    world.pass(170);

    assertThat(world.state()).isEqualTo(SessionState.BACKING_OFF);
  }

  /** A session that worked; then the approval key is dead and the credentials are refused. */
  private static SessionWorld workingAndThenRefused() {
    SessionWorld world = new SessionWorld(TICKERS).friendly().started();
    world.act(() -> world.connection().data("005930"));
    world.pass(1);
    world.approvals.script.add(rejected());
    world.act(() -> world.connection().replies("OPSP0011", ""));
    return world;
  }

  @Test
  void asksForCredentialsAgainWhenTheApprovalKeyIsDead() {
    SessionWorld world = new SessionWorld(TICKERS);
    world.onConnect = FakeConnection::opens;
    world.started();
    world.credentials = new Credentials("dummy-app-key", "dummy-rotated-secret");

    world.act(() -> world.connection().replies("OPSP0011", ""));

    assertThat(world.approvals.askedWith)
        .containsExactly(SessionWorld.CREDENTIALS, world.credentials);
  }

  @Test
  void heedsHowLongAThrottledApprovalHasToWait() {
    SessionWorld world = new SessionWorld(TICKERS);
    world.approvals.script.add(new Result.Throttled(Duration.ofSeconds(90), "Too often."));
    world.approvals.script.add(new Result.Throttled(Duration.ofSeconds(1), "Too often."));
    world.started();

    world.pass(89);
    assertThat(world.approvals.askedWith).hasSize(1);
    assertBetween(world.passUntilNextAttempt(), 90 + 60 - 89, (90 + 60) * 1.25 - 89);
  }

  @Test
  void failsAfterThreeUnclearRefusalsAMinuteApart() {
    SessionWorld world = new SessionWorld(TICKERS);
    for (int i = 0; i < 3; i++) {
      world.approvals.script.add(new Result.Refused("HTTP 404."));
    }
    world.started();

    world.pass(60);
    assertThat(world.state()).isNotEqualTo(SessionState.FAILED);
    world.pass(100);

    assertThat(world.state()).isEqualTo(SessionState.FAILED);
    assertThat(world.approvals.askedWith).hasSize(3);
  }

  @Test
  void keepsTryingWhereNoApprovalCanBeHad() {
    SessionWorld world = new SessionWorld(TICKERS).friendly();
    for (int i = 0; i < 200; i++) {
      world.approvals.script.add(new Result.Unavailable("HTTP 502."));
    }
    world.started();

    world.pass(86_400);

    assertThat(world.state()).isEqualTo(SessionState.QUIET);
  }

  @Test
  void goesOnWhereAnApprovalIsNeverAnswered() {
    SessionWorld world = new SessionWorld(TICKERS).friendly();
    world.approvals.silent = true;
    world.started();
    world.pass(121);
    world.approvals.silent = false;
    world.pass(10);
    assertThat(world.attempts).hasSize(1);

    world.act(() -> world.approvals.unanswered.get(0).accept(new Result.Unavailable("Late.")));

    assertThat(world.attempts).hasSize(1);
    assertThat(world.state()).isEqualTo(SessionState.QUIET);
  }

  @Test
  void waitsWhereTheCredentialsCannotBeRead() {
    SessionWorld world = new SessionWorld(TICKERS).friendly();
    world.credentials = null;
    world.started();
    assertThat(world.state()).isEqualTo(SessionState.BACKING_OFF);

    world.credentials = SessionWorld.CREDENTIALS;
    world.pass(2);

    assertThat(world.attempts).hasSize(1);
  }

  private static Result rejected() {
    return new Result.Rejected("EGW00103", "Correct kis.app.keys.");
  }

  private static AbstractDurationAssert<?> assertBetween(
      Duration wait, double leastSeconds, double mostSeconds) {
    return assertThat(wait)
        .isBetween(
            Duration.ofMillis((long) (leastSeconds * 1_000)),
            Duration.ofMillis((long) (mostSeconds * 1_000)));
  }
}
