package io.github.kisconnect.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What a client of an offered load sees. */
class LoadFeedTest {

  private static final long AFTER_2001 = 1_000_000_000_000_000L;
  private static final int STAMP = 45;

  @Test
  void sendsTheWantedNumberOfFramesEachRecordWithAStampOfItsOwn() {
    try (KisSimulator simulator = KisSimulator.builder().start();
        RawClient client = RawClient.connect(simulator)) {
      client.register(RestClient.approve(simulator), "005930");
      client.readJson();

      simulator.offer(new Load(1_000, 0.05, 5));

      List<Long> stamps = new ArrayList<>();
      for (int frame = 0; frame < 10; frame++) {
        String[] fields = client.readText().split("\\|", -1)[3].split("\\^", -1);
        assertThat(fields).hasSize(5 * (STAMP + 1));
        for (int record = 0; record < 5; record++) {
          assertThat(fields[record * (STAMP + 1)]).isEqualTo("005930");
          stamps.add(Long.valueOf(fields[record * (STAMP + 1) + STAMP]));
        }
      }

      assertThat(stamps).doesNotHaveDuplicates().isSorted().allMatch(stamp -> stamp > AFTER_2001);
      assertThat(finished(simulator))
          .returns(50L, LoadProgress::sent)
          .returns(0L, LoadProgress::withheld)
          .satisfies(end -> assertThat(end.seconds()).isPositive());
      assertThat(simulator.ledger().records()).isEmpty();
    }
  }

  @Test
  void notesHowManyFramesASessionHadOfEachLoad() {
    try (KisSimulator simulator = KisSimulator.builder().start();
        RawClient client = RawClient.connect(simulator)) {
      client.register(RestClient.approve(simulator), "005930");
      client.readJson();

      simulator.offer(new Load(1_000, 0.05, 5));
      finished(simulator);
      simulator.offer(new Load(1_000, 0.015, 5));
      finished(simulator);

      assertThat(simulator.journal().events(SimulatorEvent.Kind.LOADED))
          .extracting(SimulatorEvent::session, SimulatorEvent::detail)
          .containsExactly(tuple("1", "10"), tuple("1", "3"));
    }
  }

  @Test
  void endsWithTheSimulatorWithoutAnUncaughtException() {
    try (KisSimulator simulator = KisSimulator.builder().start()) {
      simulator.offer(new Load(1_000, 60, 1));
    }
    Awaitility.await()
        .until(
            () ->
                Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().equals("kis-simulator-load")));
  }

  @Test
  void withholdsWhatNobodyListensTo() {
    try (KisSimulator simulator = KisSimulator.builder().start()) {
      simulator.offer(new Load(1_000, 0.01, 1));

      assertThat(finished(simulator))
          .returns(0L, LoadProgress::sent)
          .returns(10L, LoadProgress::withheld);
    }
  }

  @Test
  void saysHowLateFramesWereAtMost() {
    AtomicLong nanos = new AtomicLong();
    LongSupplier fiveMillisALook = () -> nanos.addAndGet(5_000_000);
    try (KisSimulator simulator =
        KisSimulator.builder().time(InstantSource.system(), fiveMillisALook).start()) {
      simulator.offer(new Load(1_000, 0.01, 1));

      assertThat(finished(simulator).lateMicros()).isGreaterThanOrEqualTo(5_000);
    }
  }

  @Test
  void refusesASecondLoadBeforeTheFirstHasEnded() {
    try (KisSimulator simulator = KisSimulator.builder().start()) {
      simulator.offer(new Load(1, 60, 1));

      assertThatThrownBy(() -> simulator.offer(new Load(1, 1, 1)))
          .hasMessageContaining("wait for its end");
    }
  }

  @Test
  void spacesFramesEvenly() {
    Load load = new Load(2_000, 1, 4);

    assertThat(load.frames()).isEqualTo(500);
    assertThat(load.dueAt(3)).isEqualTo(6_000_000);
    assertThat(load.framesDue(0)).isEqualTo(1);
    assertThat(load.framesDue(5_999_999)).isEqualTo(3);
    assertThat(load.framesDue(6_000_000)).isEqualTo(4);
    assertThat(load.framesDue(10_000_000_000L)).isEqualTo(500);
  }

  @Test
  void goesByTheMillisecondOnlyWhereFramesAreMany() {
    assertThat(new Load(30_000, 1, 1).step()).isLessThan(Duration.ofNanos(100_000));
    assertThat(new Load(30_500, 1, 1).step()).isEqualTo(Duration.ofMillis(1));
    assertThat(new Load(30_500, 1, 2).step()).isLessThan(Duration.ofNanos(100_000));
  }

  @Test
  void refusesALoadThatCannotBe() {
    assertThatThrownBy(() -> new Load(0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Load(Double.NaN, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Load(1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Load(1, 1, 1_000)).isInstanceOf(IllegalArgumentException.class);
  }

  private static LoadProgress finished(KisSimulator simulator) {
    return Awaitility.await().until(simulator::loadProgress, LoadProgress::finished);
  }
}
