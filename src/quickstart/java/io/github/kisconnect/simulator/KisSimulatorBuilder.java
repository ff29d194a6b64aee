package io.github.kisconnect.simulator;

import io.netty.util.concurrent.Ticker;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.LongSupplier;

/** Sets up a {@link KisSimulator}. Each value has a default that suits a test. */
public final class KisSimulatorBuilder {

  /** The app key that is known when none is named. */
  public static final String DEMO_APP_KEY = "demo-app-key";

  /** Its secret. */
  public static final String DEMO_APP_SECRET = "demo-app-secret";

  private static final ZoneId KOREA = ZoneId.of("Asia/Seoul");

  private final Map<String, String> appKeys = new LinkedHashMap<>();
  private String host = "127.0.0.1";
  private int restPort;
  private int webSocketPort;
  private boolean approvalsLimited;
  private Duration occupied = Duration.ofMillis(200);
  private int maxSubscriptions = 41;
  private Duration pingPongInterval = Duration.ofSeconds(10);
  private boolean pingPongOnlyWhenIdle = true;
  private Duration pingPongTimeout = Duration.ofSeconds(100);
  private Rate rate = Rate.none();
  private List<String> tickers = List.of();
  private int recordsPerFrame = 4;
  private int tickersPerFrame = 1;
  private int width = 46;
  private long seed = 1;
  private LocalDate businessDate;
  private LocalTime auctionStart = LocalTime.of(8, 50);
  private LocalTime auctionEnd = LocalTime.of(9, 0);
  private double speed = 1;
  private boolean repeating = true;
  private OptionalInt ledgerCapacity = OptionalInt.empty();
  private LongSupplier nanoTime = Ticker.systemTicker()::nanoTime;
  private InstantSource clock = InstantSource.system();

  KisSimulatorBuilder() {}

  /** Address to listen on; the loopback address by default. */
  public KisSimulatorBuilder host(String address) {
    host = address;
    return this;
  }

  /** Port of approval and administration; 0 picks a free one. */
  public KisSimulatorBuilder restPort(int port) {
    restPort = port;
    return this;
  }

  /** Port of the feed; 0 picks a free one. */
  public KisSimulatorBuilder webSocketPort(int port) {
    webSocketPort = port;
    return this;
  }

  /** One more app key; without any there is {@link #DEMO_APP_KEY}. */
  public KisSimulatorBuilder appKey(String appKey, String secret) {
    appKeys.put(appKey, secret);
    return this;
  }

  /** Whether a second approval within a second is refused, per app key; off by default. */
  public KisSimulatorBuilder limitApprovals(boolean limited) {
    approvalsLimited = limited;
    return this;
  }

  /** How long an app key stays in use after a connection ended without a clean close. */
  public KisSimulatorBuilder occupiedAfterUncleanClose(Duration duration) {
    occupied = duration;
    return this;
  }

  /** Registrations that a session carries; 41 by default. */
  public KisSimulatorBuilder maxSubscriptions(int count) {
    maxSubscriptions = count;
    return this;
  }

  /** How often PINGPONG is sent; zero never. */
  public KisSimulatorBuilder pingPong(Duration interval) {
    pingPongInterval = interval;
    return this;
  }

  /** Whether PINGPONG pauses while data flows; so by default. */
  public KisSimulatorBuilder pingPongOnlyWhenIdle(boolean onlyWhenIdle) {
    pingPongOnlyWhenIdle = onlyWhenIdle;
    return this;
  }

  /** How long an unanswered PINGPONG is suffered; 100 s by default. */
  public KisSimulatorBuilder pingPongTimeout(Duration timeout) {
    pingPongTimeout = timeout;
    return this;
  }

  /** Data that comes by itself; none by default. */
  public KisSimulatorBuilder rate(Rate published) {
    rate = published;
    return this;
  }

  /** Tickers that are published from the start; any other is when somebody registers it. */
  public KisSimulatorBuilder tickers(Collection<String> published) {
    tickers = List.copyOf(published);
    return this;
  }

  /** The most records in a frame; frames have one to so many. */
  public KisSimulatorBuilder recordsPerFrame(int most) {
    recordsPerFrame = Math.max(1, most);
    return this;
  }

  /** How many tickers share a frame; 1 by default, as seen in captures. */
  public KisSimulatorBuilder tickersPerFrame(int count) {
    tickersPerFrame = Math.max(1, count);
    return this;
  }

  /** Columns of a record, at least 45; 46 by default. */
  public KisSimulatorBuilder width(int columns) {
    width = columns;
    return this;
  }

  /** Makes prices and volumes repeatable. */
  public KisSimulatorBuilder seed(long number) {
    seed = number;
    return this;
  }

  /** The day of the auction; by default the latest weekday whose auction is over. */
  public KisSimulatorBuilder businessDate(LocalDate date) {
    businessDate = date;
    return this;
  }

  /** When the auction starts and ends by the exchange's clock; 08:50 and 09:00 by default. */
  public KisSimulatorBuilder auction(LocalTime start, LocalTime end) {
    auctionStart = start;
    auctionEnd = end;
    return this;
  }

  /** Seconds of the exchange's clock in one real second; 1 by default. */
  public KisSimulatorBuilder speed(double factor) {
    speed = factor;
    return this;
  }

  /** Whether the auction is played again when it ends, or silence follows; again by default. */
  public KisSimulatorBuilder repeating(boolean again) {
    repeating = again;
    return this;
  }

  /** How many records the ledger keeps; all by default. Counts are always complete. */
  public KisSimulatorBuilder ledgerCapacity(int records) {
    ledgerCapacity = OptionalInt.of(records);
    return this;
  }

  /** Wall time and monotonic nanoseconds; the system's by default. */
  public KisSimulatorBuilder time(InstantSource wallClock, LongSupplier nanoseconds) {
    clock = wallClock;
    nanoTime = nanoseconds;
    return this;
  }

  /**
   * Starts it; both ports accept connections on return.
   *
   * @throws IllegalStateException with a sentence, where a port is taken
   */
  public KisSimulator start() {
    return KisSimulator.start(settings());
  }

  Settings settings() {
    LocalDate date =
        businessDate == null ? latestFinished(clock.instant(), auctionEnd) : businessDate;
    return new Settings(
        host,
        restPort,
        webSocketPort,
        appKeys.isEmpty() ? Map.of(DEMO_APP_KEY, DEMO_APP_SECRET) : appKeys,
        approvalsLimited,
        occupied,
        maxSubscriptions,
        new Settings.KeepAlive(pingPongInterval, pingPongOnlyWhenIdle, pingPongTimeout),
        new Settings.Generation(
            rate,
            tickers,
            recordsPerFrame,
            tickersPerFrame,
            width,
            seed,
            date.atTime(auctionStart),
            Duration.between(auctionStart, auctionEnd),
            speed,
            repeating),
        ledgerCapacity,
        nanoTime,
        clock);
  }

  /** Not in the future: brokers refuse records that are. */
  private static LocalDate latestFinished(Instant now, LocalTime end) {
    LocalDateTime local = LocalDateTime.ofInstant(now, KOREA);
    LocalDate date = local.toLocalDate();
    if (local.toLocalTime().isBefore(end)) {
      date = date.minusDays(1);
    }
    while (date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY) {
      date = date.minusDays(1);
    }
    return date;
  }
}
