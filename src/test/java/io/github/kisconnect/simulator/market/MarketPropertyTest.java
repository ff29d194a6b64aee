package io.github.kisconnect.simulator.market;

import static io.github.kisconnect.protocol.ExpectedTradeField.ACML_TR_PBMN;
import static io.github.kisconnect.protocol.ExpectedTradeField.ACML_VOL;
import static io.github.kisconnect.protocol.ExpectedTradeField.ASKP1;
import static io.github.kisconnect.protocol.ExpectedTradeField.ASKP_RSQN1;
import static io.github.kisconnect.protocol.ExpectedTradeField.BIDP1;
import static io.github.kisconnect.protocol.ExpectedTradeField.BIDP_RSQN1;
import static io.github.kisconnect.protocol.ExpectedTradeField.BSOP_DATE;
import static io.github.kisconnect.protocol.ExpectedTradeField.CNTG_VOL;
import static io.github.kisconnect.protocol.ExpectedTradeField.HOUR_CLS_CODE;
import static io.github.kisconnect.protocol.ExpectedTradeField.MKSC_SHRN_ISCD;
import static io.github.kisconnect.protocol.ExpectedTradeField.NEW_MKOP_CLS_CODE;
import static io.github.kisconnect.protocol.ExpectedTradeField.OPRC_HOUR;
import static io.github.kisconnect.protocol.ExpectedTradeField.PRDY_CTRT;
import static io.github.kisconnect.protocol.ExpectedTradeField.PRDY_VRSS;
import static io.github.kisconnect.protocol.ExpectedTradeField.PRDY_VRSS_SIGN;
import static io.github.kisconnect.protocol.ExpectedTradeField.STCK_CNTG_HOUR;
import static io.github.kisconnect.protocol.ExpectedTradeField.STCK_OPRC;
import static io.github.kisconnect.protocol.ExpectedTradeField.STCK_PRPR;
import static io.github.kisconnect.protocol.ExpectedTradeField.TOTAL_ASKP_RSQN;
import static io.github.kisconnect.protocol.ExpectedTradeField.TOTAL_BIDP_RSQN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.protocol.ExpectedTradeField;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds of every record of every ticker, whatever the seed. */
class MarketPropertyTest {

  private static final LocalDateTime START = LocalDateTime.of(2026, 7, 7, 8, 50);

  private long nanos;
  private final AuctionClock clock =
      new AuctionClock(() -> nanos, START, Duration.ofMinutes(10), 1, false);

  @Property(tries = 200)
  void followsTheMeaningOfTheFields(@ForAll("tickers") String ticker, @ForAll long seed) {
    Market market = new Market(clock, seed, 46);
    long volumeBefore = 0;
    for (int i = 0; i < 100; i++) {
      nanos += Duration.ofSeconds(6).toNanos();
      MarketRecord record = market.next(ticker);

      long price = number(record, STCK_PRPR);
      long volume = number(record, ACML_VOL);
      assertThat(text(record, MKSC_SHRN_ISCD)).isEqualTo(ticker);
      assertThat(price * volume).isEqualTo(number(record, ACML_TR_PBMN));
      assertThat(volume).isPositive();
      assertThat(number(record, CNTG_VOL)).isEqualTo(volume - volumeBefore);
      assertThat(TickSize.holds(price)).isTrue();
      assertChange(record, price);
      assertBook(record, price);
      volumeBefore = volume;
    }
  }

  @Property(tries = 100)
  void isRepeatableBySeedWhateverElseIsAsked(
      @ForAll("tickers") String ticker, @ForAll("tickers") String other, @ForAll long seed) {
    Market one = new Market(clock, seed, 46);
    Market two = new Market(clock, seed, 46);

    List<MarketRecord> alone = Stream.generate(() -> one.next(ticker)).limit(20).toList();
    List<MarketRecord> mixed =
        Stream.generate(
                () -> {
                  if (!other.equals(ticker)) {
                    two.next(other);
                  }
                  return two.next(ticker);
                })
            .limit(20)
            .toList();

    assertThat(mixed).isEqualTo(alone);
  }

  @Property(tries = 20)
  void hasTheWidthThatIsAskedFor(@ForAll @IntRange(min = 45, max = 50) int width) {
    MarketRecord record = new Market(clock, 1, width).next("005930");

    assertThat(record.fields()).hasSize(width);
    if (width > 45) {
      assertThat(record.fields().get(45)).isEqualTo("76300");
    }
  }

  @Property(tries = 50)
  void looksAsBeforeTheOpen(@ForAll("tickers") String ticker) {
    MarketRecord record = new Market(clock, 1, 45).next(ticker);

    assertThat(text(record, BSOP_DATE)).isEqualTo("20260707");
    assertThat(text(record, STCK_CNTG_HOUR)).isEqualTo("085000");
    assertThat(text(record, HOUR_CLS_CODE)).isEqualTo("B");
    assertThat(text(record, NEW_MKOP_CLS_CODE)).isEqualTo("00");
    assertThat(text(record, STCK_OPRC)).isEqualTo("0");
    assertThat(text(record, OPRC_HOUR)).isEqualTo("000000");
    assertThat(record.fields().get(44)).isEmpty();
  }

  @Provide
  Arbitrary<String> tickers() {
    return Arbitraries.oneOf(
        Arbitraries.of("005930", "000660", "0193T0", "Q500001"),
        Arbitraries.integers().between(0, 999_999).map("%06d"::formatted));
  }

  private static void assertChange(MarketRecord record, long price) {
    long previousClose = Long.parseLong(record.fields().get(45));
    long change = number(record, PRDY_VRSS);
    assertThat(change).isEqualTo(price - previousClose);
    assertThat(TickSize.holds(previousClose)).isTrue();
    assertThat(text(record, PRDY_VRSS_SIGN))
        .isIn(change == 0 ? List.of("3") : change > 0 ? List.of("1", "2") : List.of("4", "5"));
    assertThat(new BigDecimal(text(record, PRDY_CTRT)))
        .isEqualTo(
            BigDecimal.valueOf(change * 100)
                .divide(BigDecimal.valueOf(previousClose), 2, RoundingMode.HALF_UP))
        .isBetween(new BigDecimal("-30.00"), new BigDecimal("30.00"));
  }

  private static void assertBook(MarketRecord record, long price) {
    long ask = number(record, ASKP1);
    long bid = number(record, BIDP1);
    assertThat(ask == 0 || ask >= price).isTrue();
    assertThat(bid == 0 || bid <= price).isTrue();
    assertThat(ask == 0 || bid == 0 || ask == TickSize.above(bid)).isTrue();
    assertThat(number(record, ASKP_RSQN1)).isBetween(1L, number(record, TOTAL_ASKP_RSQN));
    assertThat(number(record, BIDP_RSQN1)).isBetween(1L, number(record, TOTAL_BIDP_RSQN));
  }

  private static String text(MarketRecord record, ExpectedTradeField field) {
    return record.fields().get(List.of(ExpectedTradeField.values()).indexOf(field));
  }

  private static long number(MarketRecord record, ExpectedTradeField field) {
    return Long.parseLong(text(record, field));
  }
}
