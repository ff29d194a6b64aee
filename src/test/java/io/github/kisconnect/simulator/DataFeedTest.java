package io.github.kisconnect.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.simulator.LedgerRecord.Outcome;
import io.github.kisconnect.simulator.market.AuctionClock;
import io.github.kisconnect.simulator.market.Market;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The rate of the data, on a virtual clock and without a session. */
class DataFeedTest {

  private static final long SECOND = 1_000_000_000;

  private final Changes changes = new Changes();
  private final Ledger ledger = new Ledger(OptionalInt.empty(), changes);
  private long nanos;

  @Test
  void publishesSoManyRecordsPerTicker() {
    DataFeed feed = feed(Rate.perTicker(10), true);
    pass(feed, 5);

    assertThat(ledger.count(Outcome.MISSED)).isBetween(96L, 100L);
    assertThat(ledger.count("005930", Outcome.MISSED)).isBetween(40L, 60L);
  }

  @Test
  void publishesSoManyRecordsInAll() {
    pass(feed(Rate.total(30), true), 5);

    assertThat(ledger.count(Outcome.MISSED)).isBetween(146L, 150L);
  }

  @Test
  void changesItsRate() {
    DataFeed feed = feed(Rate.none(), true);
    pass(feed, 5);
    assertThat(ledger.counts()).isEmpty();

    feed.rate(Rate.total(1));
    pass(feed, 10);

    assertThat(ledger.count(Outcome.MISSED)).isBetween(6L, 10L);
  }

  @Test
  void catchesUpNoMoreThanASecond() {
    DataFeed feed = feed(Rate.total(100), true);
    nanos += 60 * SECOND;
    feed.tick();

    assertThat(ledger.count(Outcome.MISSED)).isBetween(90L, 100L);
  }

  @Test
  void fallsSilentAfterTheAuctionIfAsked() {
    DataFeed feed = feed(Rate.total(10), false);
    nanos += 600 * SECOND;
    pass(feed, 2);

    assertThat(ledger.counts()).isEmpty();
  }

  private DataFeed feed(Rate rate, boolean repeating) {
    Settings settings =
        KisSimulator.builder()
            .rate(rate)
            .repeating(repeating)
            .tickers(List.of("005930", "000660"))
            .time(InstantSource.system(), () -> nanos)
            .settings();
    Settings.Generation generation = settings.generation();
    AuctionClock clock =
        new AuctionClock(
            () -> nanos,
            generation.auctionStart(),
            generation.auctionLength(),
            generation.speed(),
            generation.repeating());
    Market market = new Market(clock, generation.seed(), generation.width());
    return new DataFeed(settings, clock, market, new Sessions(ledger, settings.clock()));
  }

  private void pass(DataFeed feed, int seconds) {
    for (int i = 0; i < seconds * 100; i++) {
      nanos += SECOND / 100;
      feed.tick();
    }
  }
}
