package io.github.kisconnect.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.gap.Gap;
import io.github.kisconnect.gap.GapReason;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How tickers are registered on a connection, and what each answer does to one. */
class SessionSubscriptionTest {

  private static final List<String> THREE = List.of("005930", "000660", "035420");

  @Test
  void asksForOneTickerPerIntervalInOrder() {
    SessionWorld world = new SessionWorld(THREE).friendly().started();

    world.pass(1);

    assertThat(world.connection().askedFor()).isEqualTo(THREE);
    assertThat(world.connection().sentAt)
        .containsExactly(Duration.ZERO, Duration.ofMillis(100), Duration.ofMillis(200));
  }

  @Test
  void sendsTheApprovalKeyItWasGiven() {
    SessionWorld world = new SessionWorld(THREE).friendly().started();

    assertThat(world.connection().sent.get(0)).contains("dummy-approval-key-1");
  }

  @Test
  void isQuietOnceEveryTickerIsSettledAndLiveWithData() {
    SessionWorld world = new SessionWorld(THREE).friendly().started();
    assertThat(world.state()).isEqualTo(SessionState.SUBSCRIBING);
    world.pass(2);
    assertThat(world.state()).isEqualTo(SessionState.QUIET);

    world.act(() -> world.connection().data("005930"));
    world.pass(2);
    assertThat(world.state()).isEqualTo(SessionState.LIVE);
    assertThat(world.machine.status().lastDataMicros()).isPresent();

    world.pass(61);
    assertThat(world.state()).isEqualTo(SessionState.QUIET);
  }

  @Test
  void asksThreeTimesForAnUnansweredTickerAndThenKeepsItUnconfirmed() {
    SessionWorld world = openedWith(THREE);
    world.act(() -> world.connection().acknowledge("005930"));
    world.pass(1);
    world.act(() -> world.connection().acknowledge("035420"));

    world.pass(120);

    assertThat(world.connection().askedFor())
        .containsExactly("005930", "000660", "035420", "000660", "000660");
    assertThat(world.machine.status().unconfirmed()).isEqualTo(1);
    assertThat(world.machine.status().confirmed()).isEqualTo(2);
    assertThat(world.attempts).hasSize(1);
    assertThat(world.state().isConnected()).isTrue();
  }

  @Test
  void takesARecordForAnAnswer() {
    SessionWorld world = openedWith(THREE);
    world.pass(1);

    world.act(() -> world.connection().data("005930", "000660", "035420"));
    world.pass(60);

    assertThat(world.machine.status().confirmed()).isEqualTo(3);
    assertThat(world.connection().askedFor()).hasSize(3);
  }

  @Test
  void dropsARefusedTickerAndGoesOnWithTheRest() {
    SessionWorld world = openedWith(THREE);
    world.pass(1);

    world.act(
        () -> {
          world.connection().acknowledge("005930");
          world.connection().replies("OPSP8992", "000660");
          world.connection().acknowledge("035420");
        });
    world.pass(60);

    assertThat(world.machine.status().refused()).isEqualTo(1);
    assertThat(world.machine.status().wanted()).isEqualTo(2);
    assertThat(world.listener.gaps).singleElement().satisfies(SessionSubscriptionTest::isRejected);
    world.act(world.connection()::drops);
    world.passUntilNextAttempt();
    world.act(world.connection()::opens);
    world.pass(5);
    assertThat(world.connection().askedFor()).containsExactly("005930", "035420");
  }

  @Test
  void failsWhenEveryTickerIsRefused() {
    SessionWorld world = openedWith(THREE);
    world.pass(1);

    world.act(() -> THREE.forEach(ticker -> world.connection().replies("OPSP8992", ticker)));

    assertThat(world.state()).isEqualTo(SessionState.FAILED);
    assertThat(world.listener.failures).singleElement().asString().contains("kis.tickers");
  }

  @Test
  void retriesATickerLaterEachTimeAndThenGivesItUpLoudly() {
    SessionWorld world = openedWith(List.of("005930", "000660"));
    world.act(() -> world.connection().acknowledge("005930"));
    world.pass(1);
    world.act(() -> world.connection().replies("OPSP0007", "000660"));

    for (int retry : new int[] {5, 30, 120}) {
      int asked = world.connection().askedFor().size();
      world.pass(Duration.ofSeconds(retry).minusMillis(1));
      assertThat(world.connection().askedFor()).hasSize(asked);
      world.pass(Duration.ofMillis(1));
      assertThat(world.connection().askedFor()).hasSize(asked + 1);
      world.act(() -> world.connection().replies("OPSP0009", "000660"));
    }
    world.act(() -> world.connection().controls());
    world.pass(50);

    assertThat(world.connection().askedFor()).hasSize(5);
    assertThat(world.machine.status().refused()).isEqualTo(1);
    assertThat(world.listener.gaps).singleElement().satisfies(SessionSubscriptionTest::isRejected);
  }

  @Test
  void retriesATickerAfterAnUnknownCode() {
    SessionWorld world = openedWith(List.of("005930", "000660"));
    world.act(() -> world.connection().replies("OPSP4711", "005930"));

    world.pass(6);

    assertThat(world.connection().askedFor()).containsExactly("005930", "000660", "005930");
  }

  @Test
  void takesAlreadySubscribedForSuccess() {
    SessionWorld world = openedWith(List.of("005930"));

    world.act(() -> world.connection().replies("OPSP0002", "005930"));

    assertThat(world.machine.status().confirmed()).isEqualTo(1);
  }

  @Test
  void tiesAnAnswerWithoutTickerToTheOnlyOutstandingRequest() {
    SessionWorld world = openedWith(THREE);
    world.act(() -> world.connection().acknowledge("005930"));
    world.pass(Duration.ofMillis(100));

    world.act(() -> world.connection().replies("9", "OPSP8993", "invalid tr_key", ""));

    assertThat(world.machine.status().refused()).isEqualTo(1);
    assertThat(world.listener.gaps)
        .singleElement()
        .satisfies(gap -> assertThat(gap.ticker()).isEqualTo("000660"));
  }

  @Test
  void asksOneAtATimeAfterAnAnswerThatFitsSeveralRequests() {
    SessionWorld world = openedWith(THREE);
    world.pass(1);
    world.act(
        () -> {
          world.connection().acknowledge("005930");
          world.connection().replies("9", "OPSP8993", "invalid tr_key", "(null)");
        });
    assertThat(world.machine.status().refused()).isZero();

    world.pass(10);
    assertThat(world.connection().askedFor()).endsWith("035420", "000660");
    world.act(() -> world.connection().replies("9", "OPSP8993", "invalid tr_key", ""));
    world.pass(1);
    assertThat(world.connection().askedFor()).endsWith("000660", "035420");
    world.act(() -> world.connection().replies("OPSP0002", "035420"));

    assertThat(world.machine.status().confirmed()).isEqualTo(2);
    assertThat(world.listener.gaps).extracting(Gap::ticker).containsExactly("000660");
  }

  @Test
  void learnsTheLimitWhenTheSessionIsFull() {
    List<String> five = List.of("000001", "000002", "000003", "000004", "000005");
    SessionWorld world = openedWith(five);
    for (String ticker : five.subList(0, 3)) {
      world.act(() -> world.connection().acknowledge(ticker));
      world.pass(Duration.ofMillis(100));
    }

    world.act(() -> world.connection().replies("OPSP0008", "000004"));
    world.pass(30);

    assertThat(world.connection().askedFor()).isEqualTo(five.subList(0, 4));
    assertThat(world.listener.gaps).extracting(Gap::ticker).containsExactly("000004", "000005");
    assertThat(world.listener.gaps)
        .allSatisfy(
            gap -> {
              assertThat(gap.reason()).isEqualTo(GapReason.SESSION_FULL);
              assertThat(gap.toMicros()).isEmpty();
            });
    world.act(world.connection()::drops);
    world.passUntilNextAttempt();
    world.act(world.connection()::opens);
    world.pass(5);
    assertThat(world.connection().askedFor()).isEqualTo(five.subList(0, 3));
  }

  @Test
  void reconnectsWhenEvenTheFirstTickerFindsTheSessionFull() {
    SessionWorld world = openedWith(THREE);

    world.act(() -> world.connection().replies("OPSP0008", "005930"));

    assertThat(world.state()).isEqualTo(SessionState.BACKING_OFF);
    assertThat(world.listener.gaps).isEmpty();
  }

  @Test
  void leavesOutWhatExceedsTheConfiguredLimit() {
    SessionWorld world =
        new SessionWorld(SessionWorld.settings(THREE, 2), Map.of(), new Random(1))
            .friendly()
            .started();

    world.pass(5);

    assertThat(world.connection().askedFor()).containsExactly("005930", "000660");
    assertThat(world.listener.gaps)
        .singleElement()
        .satisfies(gap -> assertThat(gap.reason()).isEqualTo(GapReason.SESSION_FULL));
  }

  @Test
  void replacesAnApprovalKeyThatGetsNoAnswerAtAll() {
    SessionWorld world = openedWith(List.of("005930", "000660"));

    world.pass(45);

    assertThat(world.approvals.invalidated).hasSize(1);
    assertThat(world.attempts).hasSize(2);
  }

  @Test
  void survivesWhatItCannotRead() {
    SessionWorld world = new SessionWorld(THREE).friendly().started();
    world.pass(1);

    world.act(
        () -> {
          world.connection().says("{\"header\":");
          world.connection().says("{}");
          world.connection().says("nonsense");
          world.connection().replies("0", "OPSP0001", "UNSUBSCRIBE SUCCESS", "005930");
          world.connection().replies("OPSP0007", "999999");
          world.connection().replies("OPSP8993", "");
        });
    world.pass(5);

    assertThat(world.state()).isEqualTo(SessionState.QUIET);
    assertThat(world.frames).singleElement().satisfies(f -> assertThat(f.rejected()).hasSize(1));
  }

  private static SessionWorld openedWith(List<String> tickers) {
    SessionWorld world = new SessionWorld(tickers).started();
    world.act(world.connection()::opens);
    return world;
  }

  private static void isRejected(Gap gap) {
    assertThat(gap.ticker()).isEqualTo("000660");
    assertThat(gap.reason()).isEqualTo(GapReason.REJECTED);
    assertThat(gap.toMicros()).isEmpty();
  }
}
