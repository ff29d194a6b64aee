package io.github.kisconnect.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.kisconnect.gap.Gap;
import io.github.kisconnect.gap.GapReason;
import io.github.kisconnect.session.Transport.ConnectFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every time without coverage becomes a hole per ticker, with honest ends. */
class SessionGapTest {

  private static final List<String> TICKERS = List.of("005930", "000660");
  private static final long SECOND = 1_000_000;

  @Test
  void hasNoHoleBeforeTheFirstAcknowledgement() {
    SessionWorld world = new SessionWorld(TICKERS).friendly().started();

    world.pass(60);

    assertThat(world.listener.gaps).isEmpty();
  }

  @Test
  void reportsADisconnectFromTheLastSignOfLifeToEachAcknowledgement() {
    SessionWorld world = new SessionWorld(TICKERS).friendly().started();
    world.pass(10);
    world.act(() -> world.connection().data("005930"));
    long lastSign = world.time.epochMicros();
    world.pass(20);

    world.act(world.connection()::drops);
    world.passUntilNextAttempt();
    long reconnected = world.time.epochMicros();
    world.pass(1);

    assertThat(world.listener.gaps)
        .extracting(Gap::ticker, Gap::reason, Gap::fromMicros, Gap::toMicros)
        .containsExactly(
            tuple("005930", GapReason.DISCONNECT, lastSign - SECOND, OptionalLong.of(reconnected)),
            tuple(
                "000660",
                GapReason.DISCONNECT,
                lastSign - SECOND,
                OptionalLong.of(reconnected + SECOND / 10)));
    assertThat(world.listener.gaps)
        .allSatisfy(
            gap -> {
              assertThat(gap.session()).isEqualTo(world.machine.status().session());
              assertThat(gap.recordsLost()).isEmpty();
            });
  }

  @Test
  void reportsARestartFromTheLastDeliveredRecord() {
    long delivered = VirtualTime.EPOCH_MICROS - 3_600 * SECOND;
    SessionWorld world = restarted(delivered).friendly().started();

    world.pass(1);

    assertThat(world.listener.gaps)
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.ticker()).isEqualTo("005930");
              assertThat(gap.reason()).isEqualTo(GapReason.RESTART);
              assertThat(gap.fromMicros()).isEqualTo(delivered - SECOND);
              assertThat(gap.toMicros()).hasValue(VirtualTime.EPOCH_MICROS);
            });
  }

  @Test
  void mergesLossesWithoutCoverageInBetweenIntoOneHole() {
    SessionWorld world = new SessionWorld(TICKERS).friendly().started();
    world.pass(1);
    long lastSign = world.machine.status().lastInboundMicros().orElseThrow();
    world.onConnect = FakeConnection::opens;
    world.act(world.connection()::drops);
    world.passUntilNextAttempt();
    world.act(world.connection()::drops);
    world.onConnect = attempt -> attempt.fails(ConnectFailure.Kind.UNREACHABLE);
    world.passUntilNextAttempt();
    assertThat(world.listener.gaps).isEmpty();

    world.friendly();
    world.passUntilNextAttempt();
    world.pass(1);

    assertThat(world.listener.gaps)
        .hasSize(2)
        .allSatisfy(gap -> assertThat(gap.fromMicros()).isEqualTo(lastSign - SECOND));
  }

  @Test
  void closesAHoleAtTheFirstRecordWhereNoAcknowledgementCame() {
    SessionWorld world = restarted(VirtualTime.EPOCH_MICROS - SECOND).started();
    world.act(world.connection()::opens);
    world.pass(2);

    world.act(() -> world.connection().data("005930", "005930"));
    world.act(() -> world.connection().acknowledge("005930"));

    assertThat(world.listener.gaps)
        .singleElement()
        .satisfies(
            gap -> assertThat(gap.toMicros()).hasValue(VirtualTime.EPOCH_MICROS + 2 * SECOND));
  }

  @Test
  void neverEndsTheHoleOfARefusedTicker() {
    long delivered = VirtualTime.EPOCH_MICROS - 60 * SECOND;
    SessionWorld world = restarted(delivered).started();
    world.act(world.connection()::opens);

    world.act(() -> world.connection().replies("OPSP8992", "005930"));

    assertThat(world.listener.gaps)
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.reason()).isEqualTo(GapReason.REJECTED);
              assertThat(gap.fromMicros()).isEqualTo(delivered - SECOND);
              assertThat(gap.toMicros()).isEmpty();
            });
  }

  @Test
  void endsTheHoleOfATickerThatTheNextSessionCanRegister() {
    SessionWorld world = new SessionWorld(TICKERS).started();
    world.act(world.connection()::opens);
    world.act(() -> world.connection().acknowledge("005930"));
    world.pass(1);
    for (int i = 0; i < 4; i++) {
      world.act(() -> world.connection().replies("OPSP0007", "000660"));
      world.pass(125);
    }
    assertThat(world.listener.gaps)
        .singleElement()
        .satisfies(gap -> assertThat(gap.toMicros()).isEmpty());
    Gap endless = world.listener.gaps.get(0);

    world.friendly();
    world.act(world.connection()::drops);
    world.passUntilNextAttempt();
    world.pass(1);

    assertThat(world.listener.gaps)
        .filteredOn(gap -> gap.ticker().equals("000660"))
        .last()
        .satisfies(
            gap -> {
              assertThat(gap.reason()).isEqualTo(GapReason.REJECTED);
              assertThat(gap.fromMicros()).isEqualTo(endless.fromMicros());
              assertThat(gap.toMicros()).isPresent();
            });
  }

  @Test
  void reportsHolesWithoutEndWhenTheSessionGivesUp() {
    SessionWorld world = new SessionWorld(TICKERS).friendly().started();
    world.pass(1);

    world.act(() -> world.connection().replies("9", "OPSP9994", "INVALID appkey", ""));

    assertThat(world.listener.gaps)
        .hasSize(2)
        .allSatisfy(
            gap -> {
              assertThat(gap.reason()).isEqualTo(GapReason.DISCONNECT);
              assertThat(gap.toMicros()).isEmpty();
            });
  }

  @Test
  void reportsNoHoleForItsOwnStop() {
    SessionWorld world = new SessionWorld(TICKERS).friendly().started();
    world.pass(1);

    world.act(world.machine::stop);
    world.pass(Duration.ofSeconds(5));

    assertThat(world.listener.gaps).isEmpty();
  }

  @Test
  void beginsAHoleAtTheLastSignOfLifeOfASilentConnection() {
    SessionWorld world = new SessionWorld(TICKERS).friendly().started();
    world.pass(1);
    long lastSign = world.machine.status().lastInboundMicros().orElseThrow();
    world.onPing = connection -> {};

    world.pass(140);

    assertThat(world.listener.gaps)
        .hasSize(2)
        .allSatisfy(gap -> assertThat(gap.fromMicros()).isEqualTo(lastSign - SECOND));
  }

  @Test
  void beginsAHoleBeforeAllThatHadWaitedWhileTheReaderWasHeldUp() {
    SessionWorld world = new SessionWorld(TICKERS).friendly().started();
    world.pass(30);
    long heldUpSince = world.time.epochMicros();
    world.whileHandingOn = () -> world.time.advance(Duration.ofSeconds(5));

    world.act(
        () -> {
          world.connection().data("005930");
          world.whileHandingOn = () -> {};
          world.connection().data("005930");
          world.connection().drops();
        });
    world.passUntilNextAttempt();
    world.pass(1);

    assertThat(world.listener.gaps)
        .hasSize(2)
        .allSatisfy(gap -> assertThat(gap.fromMicros()).isEqualTo(heldUpSince - SECOND));
  }

  private static SessionWorld restarted(long deliveredMicros) {
    return new SessionWorld(
        SessionWorld.settings(TICKERS, 40), Map.of("005930", deliveredMicros), new Random(1));
  }
}
