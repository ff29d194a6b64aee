package io.github.kisconnect.simulator;

import io.github.kisconnect.simulator.market.AuctionClock;
import io.github.kisconnect.simulator.market.Market;
import io.github.kisconnect.simulator.market.MarketRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;

/** Publishes data at a rate, in frames of varying size. Event loop only. */
final class DataFeed {

  private static final Duration PERIOD = Duration.ofMillis(10);
  private static final double NANOS_PER_SECOND = 1e9;

  private final Settings.Generation settings;
  private final LongSupplier nanoTime;
  private final AuctionClock clock;
  private final Market market;
  private final Sessions sessions;
  private final Set<String> tickers = new LinkedHashSet<>();
  private final SplittableRandom random;

  private volatile Rate rate;
  private long lastTick;
  private double owed;
  private int nextFrameSize = 1;
  private int turn;

  DataFeed(Settings settings, AuctionClock clock, Market market, Sessions sessions) {
    this.settings = settings.generation();
    this.nanoTime = settings.nanoTime();
    this.clock = clock;
    this.market = market;
    this.sessions = sessions;
    this.tickers.addAll(settings.generation().tickers());
    this.random = new SplittableRandom(settings.generation().seed());
    this.rate = settings.generation().rate();
    this.lastTick = nanoTime.getAsLong();
  }

  void start(EventThread thread) {
    thread.every(PERIOD, PERIOD, this::tick);
  }

  void rate(Rate newRate) {
    rate = newRate;
  }

  Rate rate() {
    return rate;
  }

  /** Publishes the next records of a ticker in one frame. */
  void publish(String ticker, int count) {
    List<MarketRecord> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      records.add(market.next(ticker));
    }
    sessions.publish(records);
  }

  /** Publishes what is due by now. */
  void tick() {
    tickers.addAll(sessions.tickers());
    long now = nanoTime.getAsLong();
    double perSecond = rate.of(tickers.size());
    double due = perSecond * (now - lastTick) / NANOS_PER_SECOND;
    lastTick = now;
    if (!clock.running() || tickers.isEmpty()) {
      return;
    }
    owed = Math.min(owed + due, Math.max(perSecond, nextFrameSize));
    while (owed >= nextFrameSize) {
      owed -= nextFrameSize;
      sessions.publish(frame(nextFrameSize));
      nextFrameSize = random.nextInt(settings.recordsPerFrame()) + 1;
    }
  }

  /** Records of as many tickers as a frame may mix; tickers take turns. */
  private List<MarketRecord> frame(int size) {
    List<String> all = List.copyOf(tickers);
    int mixed = Math.min(settings.tickersPerFrame(), all.size());
    List<MarketRecord> records = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      records.add(market.next(all.get((turn + i % mixed) % all.size())));
    }
    turn = (turn + mixed) % all.size();
    return records;
  }
}
