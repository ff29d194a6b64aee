package io.github.kisconnect.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The price grid. */
class TickSizeTest {

  @ParameterizedTest
  @CsvSource({
    "1999, 1",
    "2000, 5",
    "4995, 5",
    "5000, 10",
    "19990, 10",
    "20000, 50",
    "49950, 50",
    "50000, 100",
    "199900, 100",
    "200000, 500",
    "499500, 500",
    "500000, 1000"
  })
  void growsWithThePrice(long price, long step) {
    assertThat(TickSize.at(price)).isEqualTo(step);
  }

  @Property
  void leadsUpAndDownTheSameSteps(@ForAll @LongRange(min = 2, max = 2_000_000) long any) {
    long price = TickSize.floor(any);

    assertThat(TickSize.holds(price)).isTrue();
    assertThat(TickSize.below(TickSize.above(price))).isEqualTo(price);
    assertThat(TickSize.above(TickSize.below(price))).isEqualTo(price);
    assertThat(TickSize.ceiling(any)).isBetween(any, TickSize.above(price));
    assertThat(TickSize.holds(TickSize.ceiling(any))).isTrue();
  }
}
