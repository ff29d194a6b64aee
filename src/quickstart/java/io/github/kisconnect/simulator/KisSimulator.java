package io.github.kisconnect.simulator;

import io.github.kisconnect.simulator.market.AuctionClock;
import io.github.kisconnect.simulator.market.Market;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running KIS server on two ports. All of it lives on one event loop; the public methods may be
 * called from any thread and have taken effect when they return.
 *
 * <p>{@code POST /oauth2/Approval} and {@code POST /oauth2/tokenP} answer on the REST port, the
 * feed on the WebSocket port at any path. The REST port also takes orders, in JSON:
 *
 * <ul>
 *   <li>{@code GET /admin/state}: sessions, tickers, counts, pending faults
 *   <li>{@code GET /admin/events}: what clients did, oldest first
 *   <li>{@code GET /admin/faults}: the names of all faults and of their values
 *   <li>{@code POST /admin/faults}: a {@link Fault} by name with its parameters, and {@code times},
 *       {@code after}, {@code every}; {@code DELETE} forgets those that wait
 *   <li>{@code POST /admin/rate}: {@code {"recordsPerSecond":100,"perTicker":false}}
 *   <li>{@code POST /admin/load}: {@code
 *       {"recordsPerSecond":2000,"seconds":10,"recordsPerFrame":1}}; {@code GET}: how far it is
 *   <li>{@code POST /admin/restart-auction}
 * </ul>
 */
public final class KisSimulator implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(KisSimulator.class);
  private static final Duration SHUTDOWN = Duration.ofSeconds(5);

  private final Settings settings;
  private final Changes changes = new Changes();
  private final FaultPlan faults = new FaultPlan();
  private final Ledger ledger;
  private final Journal journal;
  private final Sessions sessions;
  private final AppKeys appKeys;
  private final AuctionClock exchangeClock;
  private final DataFeed feed;
  private final LoadFeed load;
  private final AtomicInteger maxSubscriptions;
  private final EventLoopGroup group =
      new MultiThreadIoEventLoopGroup(
          1, new DefaultThreadFactory("kis-simulator", true), NioIoHandler.newFactory());
  private final EventThread thread = new EventThread(group.next());
  private final ChannelGroup channels = new DefaultChannelGroup(group.next(), true);
  private final Listener rest;
  private final Listener webSocket;

  private KisSimulator(Settings settings) {
    Settings.Generation generation = settings.generation();
    this.settings = settings;
    this.ledger = new Ledger(settings.ledgerCapacity(), changes);
    this.journal = new Journal(settings.clock(), changes);
    this.sessions = new Sessions(ledger, settings.clock());
    this.appKeys = new AppKeys(settings.appKeys(), settings.nanoTime());
    this.exchangeClock =
        new AuctionClock(
            settings.nanoTime(),
            generation.auctionStart(),
            generation.auctionLength(),
            generation.speed(),
            generation.repeating());
    Market market = new Market(exchangeClock, generation.seed(), generation.width());
    this.feed = new DataFeed(settings, exchangeClock, market, sessions);
    this.load = new LoadFeed(settings, market, sessions, thread);
    this.maxSubscriptions = new AtomicInteger(settings.maxSubscriptions());
    SessionContext context =
        new SessionContext(settings, appKeys, faults, sessions, market, ledger, journal);
    ApprovalEndpoint approval = new ApprovalEndpoint(appKeys, faults, journal, settings);
    AdminEndpoint admin = new AdminEndpoint(this);
    this.rest =
        new Listener(
            group,
            channels,
            settings.host(),
            "--rest-port",
            () -> new HttpHandler(approval, admin));
    this.webSocket =
        new Listener(
            group,
            channels,
            settings.host(),
            "--ws-port",
            () -> new UpgradeHandler(context, maxSubscriptions));
  }

  public static KisSimulatorBuilder builder() {
    return new KisSimulatorBuilder();
  }

  static KisSimulator start(Settings settings) {
    KisSimulator simulator = new KisSimulator(settings);
    try {
      simulator.rest.open(settings.restPort());
      simulator.webSocket.open(settings.webSocketPort());
    } catch (IllegalStateException e) {
      simulator.close();
      throw e;
    }
    simulator.feed.start(simulator.thread);
    LOG.info("KIS simulator listens. rest={} ws={}", simulator.restUri(), simulator.webSocketUri());
    return simulator;
  }

  /** Base of the REST endpoints, without a path. */
  public URI restUri() {
    return URI.create("http://" + settings.host() + ":" + rest.port());
  }

  /** The feed, with the path of the real one. */
  public URI webSocketUri() {
    return URI.create("ws://" + settings.host() + ":" + webSocket.port() + "/tryitout");
  }

  /** The live sessions, oldest first. */
  public List<SimulatedSession> sessions() {
    return sessions.live();
  }

  public Ledger ledger() {
    return ledger;
  }

  public Journal journal() {
    return journal;
  }

  /** Date and time in Korea by the exchange's clock. */
  public LocalDateTime exchangeTime() {
    return exchangeClock.now();
  }

  /** Publishes the next records of a ticker, in one frame to each session that registered it. */
  public void sendRecords(String ticker, int count) {
    thread.run(() -> feed.publish(ticker, count));
  }

  /** Changes how much data comes by itself. */
  public void rate(Rate rate) {
    thread.run(() -> feed.rate(rate));
  }

  public Rate rate() {
    return feed.rate();
  }

  /**
   * Offers a load to the sessions that are registered by then, evenly paced; every record carries
   * the time it was sent, in microseconds since the epoch and different for each, as the column
   * behind the named ones. Nothing of it enters the ledger.
   *
   * @throws IllegalArgumentException if the last one has not finished
   */
  public void offer(Load wanted) {
    thread.run(() -> load.start(wanted));
  }

  /** How far the latest load has come. */
  public LoadProgress loadProgress() {
    return load.progress();
  }

  /** Plays the auction from its start. */
  public void restartAuction() {
    exchangeClock.restart();
  }

  /** Lets a fault strike now, or arms it for its next occasion. */
  public void inject(Fault fault) {
    inject(fault, 1);
  }

  /**
   * Lets a fault strike.
   *
   * @param times how many occasions an armed fault takes
   */
  public void inject(Fault fault, int times) {
    if (fault instanceof Fault.Armed armed) {
      faults.arm(armed, times);
    } else if (fault instanceof Fault.Immediate immediate) {
      immediate.strike(this);
    }
  }

  /** Forgets the faults that wait for their occasion. */
  public void clearFaults() {
    faults.clear();
  }

  /** From now on a session carries at most so many registrations. */
  public void maxSubscriptions(int count) {
    maxSubscriptions.set(count);
  }

  /** Counts every app key without a session as in use for so long; zero frees them all. */
  public void occupy(Duration lasting) {
    thread.run(() -> appKeys.all().forEach(account -> account.occupy(lasting)));
  }

  /** Makes every approval key invalid; running sessions go on. */
  public void revokeApprovals() {
    thread.run(() -> appKeys.all().forEach(AppKeyAccount::revokeApproval));
  }

  /** An app key that was good is unknown from now on; a running session of it goes on. */
  public void withdrawAppKey(String appKey) {
    thread.run(() -> appKeys.withdraw(appKey));
  }

  /** Drops every session and refuses connections to the feed for so long. */
  public void refuseConnections(Duration lasting) {
    thread.run(
        () -> {
          int port = webSocket.port();
          webSocket.close();
          sessions().forEach(SimulatedSession::drop);
          journal.note(SimulatorEvent.Kind.CONNECTIONS_REFUSED, "", lasting.toString());
          thread.after(lasting, () -> webSocket.reopen(port, this::accepting));
        });
  }

  /** Waits for a live session. */
  public SimulatedSession awaitSession(Duration limit) {
    return changes.await(
        () -> sessions().stream().findFirst(), limit, () -> "No session was opened");
  }

  /** Waits for a live session that was opened after another one. */
  public SimulatedSession awaitSessionAfter(SimulatedSession earlier, Duration limit) {
    return changes.await(
        () -> sessions().stream().filter(each -> each.number() > earlier.number()).findFirst(),
        limit,
        () -> "No session was opened after session " + earlier.id());
  }

  /** Waits until live sessions have registered all these tickers between them. */
  public void awaitSubscribed(Collection<String> tickers, Duration limit) {
    changes.await(
        () -> sessions.tickers().containsAll(tickers) ? Optional.of(true) : Optional.empty(),
        limit,
        () -> "Registered were only " + sessions.tickers() + " of " + tickers);
  }

  /**
   * Waits until something about this simulator holds.
   *
   * @param complaint the start of the sentence for when it does not in time
   */
  public void await(String complaint, BooleanSupplier condition, Duration limit) {
    changes.await(
        () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty(),
        limit,
        () -> complaint);
  }

  /**
   * Drops every session and frees both ports; repeatable. The channels go first: an event loop that
   * has something to do while it is shut down may end without closing them.
   */
  @Override
  public void close() {
    if (!group.isShuttingDown()) {
      channels.close().syncUninterruptibly();
    }
    group.shutdownGracefully(0, SHUTDOWN.toMillis(), TimeUnit.MILLISECONDS).syncUninterruptibly();
  }

  /** Waits until somebody closes it. */
  void awaitClosed() throws InterruptedException {
    group.terminationFuture().await();
  }

  List<FaultPlan.Pending> pendingFaults() {
    return faults.pending();
  }

  /** Executes an order in its time. */
  void execute(FaultOrder order) {
    Runnable strike = () -> inject(order.fault(), order.times());
    if (order.every().isPresent()) {
      thread.every(order.after(), order.every().get(), strike);
    } else if (order.after().isZero()) {
      strike.run();
    } else {
      thread.after(order.after(), strike);
    }
  }

  private void accepting() {
    journal.note(SimulatorEvent.Kind.CONNECTIONS_ACCEPTED, "", "");
  }
}
