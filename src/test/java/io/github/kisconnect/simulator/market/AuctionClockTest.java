package io.github.kisconnect.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** The clock of the exchange. */
class AuctionClockTest {

  private static final LocalDateTime START = LocalDateTime.of(2026, 7, 7, 8, 50);
  private static final Duration LENGTH = Duration.ofMinutes(10);

  private long nanos = Long.MAX_VALUE - 1;

  @Test
  void runsAtItsSpeed() {
    AuctionClock clock = new AuctionClock(() -> nanos, START, LENGTH, 60, false);
    pass(Duration.ofSeconds(5));

    assertThat(clock.now()).isEqualTo(START.plusMinutes(5));
    assertThat(clock.progress()).isEqualTo(0.5);
    assertThat(clock.running()).isTrue();

    pass(Duration.ofSeconds(5));

    assertThat(clock.now()).isEqualTo(START.plusMinutes(10));
    assertThat(clock.running()).isFalse();
  }

  @Test
  void startsOverWhenTheAuctionEndsIfRepeating() {
    AuctionClock clock = new AuctionClock(() -> nanos, START, LENGTH, 1, true);
    pass(Duration.ofMinutes(21));

    assertThat(clock.now()).isEqualTo(START.plusMinutes(1));
    assertThat(clock.round()).isEqualTo(2);
    assertThat(clock.running()).isTrue();
  }

  @Test
  void startsOverByHand() {
    AuctionClock clock = new AuctionClock(() -> nanos, START, LENGTH, 1, true);
    pass(Duration.ofMinutes(3));

    clock.restart();

    assertThat(clock.now()).isEqualTo(START);
    assertThat(clock.round()).isEqualTo(1);
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }
}
