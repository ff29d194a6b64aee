package io.github.kisconnect.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.gap.Gap;
import io.github.kisconnect.protocol.MessageCode;
import io.github.kisconnect.session.ApprovalSource.Result;
import io.github.kisconnect.session.Transport.CloseReason;
import io.github.kisconnect.session.Transport.ConnectFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever KIS, the network and the operator do, and in whatever order, the session stays sane. */
class SessionPropertyTest {

  private static final List<String> TICKERS =
      List.of("005930", "000660", "035420", "Q500001", "0193T0", "068270", "105560", "373220");

  /** Codes after which the session goes on, and one after which it does not. */
  private static final List<MessageCode> CODES =
      Stream.of(MessageCode.values())
          .filter(
              code -> code.reaction() != MessageCode.Reaction.FAIL || code == MessageCode.OPSP9994)
          .toList();

  @Property(tries = 300)
  void staysSaneUnderAnySequenceOfEvents(
      @ForAll @Size(max = 150) List<@IntRange(min = 0, max = 99_999) Integer> events,
      @ForAll long seed) {
    SessionWorld world =
        new SessionWorld(SessionWorld.settings(TICKERS, 6), Map.of("005930", 1L), new Random(seed));
    Random random = new Random(seed);
    world.onPing = connection -> {};
    world.started();

    for (int event : events) {
      step(world, event, random);
      assertSane(world);
    }

    world.act(world.machine::stop);
    world.pass(3);
    assertThat(world.state()).isEqualTo(SessionState.CLOSED);
    assertThat(world.attempts).noneMatch(FakeConnection::isLeftOpen);
    int attempts = world.attempts.size();
    world.attempts.forEach(attempt -> world.act(attempt::opens));
    world.pass(86_400);
    assertThat(world.attempts).hasSize(attempts).noneMatch(FakeConnection::isLeftOpen);
  }

  @Property(tries = 100)
  void everyMomentWithoutSessionIsInAHoleAndNoRecordIs(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 99_999) Integer> events,
      @ForAll long seed) {
    SessionWorld world =
        new SessionWorld(SessionWorld.settings(TICKERS, 40), Map.of(), new Random(seed)).friendly();
    List<Long> without = new ArrayList<>();
    Map<String, List<Long>> delivered = new HashMap<>();
    world.started();
    world.pass(2);

    for (int event : events) {
      disturb(world, event);
      if (!world.state().isConnected()) {
        without.add(world.time.epochMicros());
      } else if (event % 2 == 0) {
        for (String ticker : Set.copyOf(world.connection().askedFor())) {
          world.act(() -> world.connection().data(ticker));
          delivered.computeIfAbsent(ticker, any -> new ArrayList<>()).add(world.time.epochMicros());
        }
      }
    }
    world.friendly();
    world.poll();
    world.act(world.connection()::drops);
    world.pass(600);

    assertThat(world.state().isConnected()).isTrue();
    for (String ticker : TICKERS) {
      List<Gap> holes =
          world.listener.gaps.stream().filter(gap -> gap.ticker().equals(ticker)).toList();
      assertThat(without).allMatch(moment -> holes.stream().anyMatch(hole -> covers(hole, moment)));
      assertThat(delivered.getOrDefault(ticker, List.of()))
          .noneMatch(moment -> holes.stream().anyMatch(hole -> hides(hole, moment)));
    }
  }

  private static void disturb(SessionWorld world, int event) {
    switch (event % 8) {
      case 0 -> world.act(world.connection()::drops);
      case 1 ->
          world.act(() -> world.connection().replies("9", "OPSP8996", "ALREADY IN USE appkey", ""));
      case 2 -> world.onConnect = attempt -> attempt.fails(ConnectFailure.Kind.UPGRADE_REFUSED);
      case 3 -> world.onConnect = FakeConnection::opens;
      case 4 -> world.friendly();
      case 5 -> {
        world.polled = false;
        world.pass(SessionWorld.PAUSE_CLOSE.plusMillis(event));
        world.polled = true;
      }
      default -> world.pass(Duration.ofMillis(event));
    }
  }

  private static boolean covers(Gap hole, long moment) {
    return hole.fromMicros() <= moment && moment <= hole.toMicros().orElseThrow();
  }

  /** A hole begins up to a second before the last sign of life, and may end with a record. */
  private static boolean hides(Gap hole, long moment) {
    return hole.fromMicros() + 1_000_000 < moment && moment < hole.toMicros().orElseThrow();
  }

  private static void step(SessionWorld world, int event, Random random) {
    if (world.attempts.isEmpty()) {
      world.pass(event % 100);
      return;
    }
    FakeConnection connection =
        random.nextInt(10) == 0
            ? world.attempts.get(random.nextInt(world.attempts.size()))
            : world.connection();
    String ticker = TICKERS.get(event % TICKERS.size());
    String code = CODES.get(event % CODES.size()).name();
    switch (event % 20) {
      case 0, 1, 2 -> world.act(connection::opens);
      case 3 -> world.act(() -> connection.fails(anyOf(ConnectFailure.Kind.values(), random)));
      case 4, 5 -> world.act(connection::drops);
      case 6 -> world.act(() -> connection.closedWith(new CloseReason(1000, "x", true, true)));
      case 7, 8 -> world.act(() -> connection.acknowledge(ticker));
      case 9, 10 -> world.act(() -> connection.data(ticker));
      case 11 -> world.act(() -> connection.replies(code, ticker));
      case 12 -> world.act(() -> connection.replies("9", code, "any", "(null)"));
      case 13 -> world.approvals.script.add(anyOf(results(), random));
      case 14 -> connection.answersClose = event % 2 == 0;
      case 15 -> world.act(() -> connection.says("{\"header\":{\"tr_id\":\"PINGPONG\"}}"));
      case 16 -> world.act(() -> connection.controls());
      case 17 -> {
        world.polled = !world.polled;
        world.poll();
      }
      default -> world.pass(Duration.ofMillis((long) event * event % 400_000));
    }
  }

  private static void assertSane(SessionWorld world) {
    assertThat(world.attempts.stream().filter(FakeConnection::isLeftOpen).count())
        .isLessThanOrEqualTo(1);
    SessionStatus status = world.machine.status();
    assertThat(status.wanted() + status.refused()).isEqualTo(TICKERS.size());
    boolean failed = status.state() == SessionState.FAILED;
    boolean waitsForOthers = failed || status.state() == SessionState.SUSPENDED;
    assertThat(world.machine.untilTimer() == SubscriptionBook.NEVER).isEqualTo(waitsForOthers);
    assertThat(status.state() == SessionState.SUSPENDED && world.polled).isFalse();
    assertThat(world.listener.failures.size()).isEqualTo(failed ? 1 : 0);
    List<Duration> opened = new ArrayList<>();
    world.attempts.forEach(attempt -> opened.add(attempt.openedAfter));
    for (int later = ReconnectPolicy.QUOTA_BURST; later < opened.size(); later++) {
      Duration window = opened.get(later).minus(opened.get(later - ReconnectPolicy.QUOTA_BURST));
      assertThat(window).isGreaterThanOrEqualTo(ReconnectPolicy.QUOTA_INTERVAL);
    }
  }

  private static Result[] results() {
    return new Result[] {
      new Result.Refused("scripted"),
      new Result.Unavailable("scripted"),
      new Result.Throttled(Duration.ofSeconds(30), "scripted")
    };
  }

  private static <T> T anyOf(T[] choices, Random random) {
    return choices[random.nextInt(choices.length)];
  }
}
