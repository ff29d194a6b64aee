package io.github.kisconnect.simulator;

import io.github.kisconnect.simulator.market.MarketRecord;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One WebSocket connection of a client. The public methods may be called from any thread. */
public final class SimulatedSession {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final long number;
  private final SessionWire wire;
  private final EventThread thread;
  private final SessionContext context;
  private final SessionCipher cipher = SessionCipher.random(RANDOM);
  private final FeedWriter feed;
  private final Instant openedAt;
  private final List<String> pings = new ArrayList<>();

  private final Set<Subscription> subscriptions = new LinkedHashSet<>();
  private volatile Set<String> tickers = Set.of();
  private volatile boolean open = true;
  private AppKeyAccount account;
  private boolean closing;

  SimulatedSession(long number, Channel channel, SessionContext context) {
    this.number = number;
    this.wire = new SessionWire(channel);
    this.thread = new EventThread(channel.eventLoop());
    this.context = context;
    this.feed = new FeedWriter(this, cipher, context);
    this.openedAt = context.settings().clock().instant();
  }

  /** The number of the session, from 1. */
  public String id() {
    return Long.toString(number);
  }

  public Instant openedAt() {
    return openedAt;
  }

  public boolean isOpen() {
    return open;
  }

  /** The tickers whose data goes to this session, in the order of their registration. */
  public Set<String> tickers() {
    return tickers;
  }

  /** Sends any text, in one frame. */
  public void sendText(String text) {
    sendRaw(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends any bytes as one text frame, whether they are text or not. */
  public void sendRaw(byte[] bytes) {
    thread.run(() -> wire.text(List.of(bytes), done -> {}));
  }

  /** Sends the next records of a ticker in one data frame, whether it is registered or not. */
  public void sendRecords(String ticker, int count) {
    thread.run(
        () ->
            send(IntStream.range(0, count).mapToObj(i -> context.market().next(ticker)).toList()));
  }

  /** Sends an RFC Ping. */
  public void ping(String payload) {
    thread.run(
        () -> {
          pings.add(payload);
          wire.put(new PingWebSocketFrame(Unpooled.copiedBuffer(payload, StandardCharsets.UTF_8)));
        });
  }

  /** Sends a close frame; the connection ends when the client acknowledges it. */
  public void close(int code, String reason) {
    thread.run(
        () -> {
          closing = true;
          wire.put(new CloseWebSocketFrame(code, reason));
        });
  }

  /** Ends the connection without a close frame. */
  public void drop() {
    drop("dropped by the server");
  }

  /** Ends the connection by a TCP reset. */
  public void reset() {
    thread.run(
        () -> {
          ended("reset by the server");
          wire.reset();
        });
  }

  /** Keeps the connection, but neither reads nor writes any more, and drops it after a while. */
  public void fallSilent(Duration lasting) {
    thread.run(
        () -> {
          wire.fallSilent();
          dropAfter(lasting);
        });
  }

  /** Is over for the server and frees its app key, but keeps the connection for a while, silent. */
  public void forget(Duration lasting) {
    thread.run(
        () -> {
          wire.fallSilent();
          ended("forgotten by the server");
          thread.after(lasting, wire::close);
        });
  }

  void drop(String reason) {
    thread.run(
        () -> {
          ended(reason);
          wire.close();
        });
  }

  EventThread thread() {
    return thread;
  }

  long number() {
    return number;
  }

  long frames() {
    return feed.frames();
  }

  SessionCipher cipher() {
    return cipher;
  }

  SessionWire wire() {
    return wire;
  }

  boolean has(Subscription subscription) {
    return subscriptions.contains(subscription);
  }

  int subscriptionCount() {
    return subscriptions.size();
  }

  void add(Subscription subscription) {
    subscriptions.add(subscription);
    publishTickers();
    note(SimulatorEvent.Kind.REGISTERED, subscription.trKey());
  }

  void remove(Subscription subscription) {
    subscriptions.remove(subscription);
    publishTickers();
    note(SimulatorEvent.Kind.RELEASED, subscription.trKey());
  }

  /** Whether the session may use the account's slot; a session belongs to one account for life. */
  boolean claim(AppKeyAccount claimed) {
    if (!claimed.claim(this)) {
      return false;
    }
    account = claimed;
    return true;
  }

  boolean belongsToAnother(AppKeyAccount claimed) {
    return account != null && account != claimed;
  }

  void send(List<MarketRecord> records) {
    feed.write(records);
  }

  /** A data frame that is sent by the next flush of the wire. */
  void sendLater(byte[] frame) {
    feed.writeLater(frame);
  }

  void dropAfter(Duration delay) {
    thread.after(delay, this::drop);
  }

  /** Whether the server has sent a close frame. */
  boolean closing() {
    return closing;
  }

  /** Whether a Pong has the payload of a Ping of ours; each Ping has one Pong. */
  boolean pingAnswered(String payload) {
    return pings.remove(payload);
  }

  /** Frees the slot, then acknowledges the client's close. */
  void closeCleanly() {
    end(SimulatorEvent.Kind.CLOSED_CLEANLY, Duration.ZERO, "the client closed");
    wire.put(
        new CloseWebSocketFrame(WebSocketCloseStatus.NORMAL_CLOSURE), ChannelFutureListener.CLOSE);
  }

  /** The client has answered the server's close frame. */
  void closeAcknowledged() {
    end(SimulatorEvent.Kind.CLOSED_CLEANLY, Duration.ZERO, "the server closed");
    wire.close();
  }

  /** The connection is gone; without a clean close before, the slot stays occupied. */
  void ended(String reason) {
    end(
        SimulatorEvent.Kind.CLOSED_UNCLEANLY,
        wire.silent() ? Duration.ZERO : context.settings().occupiedAfterUncleanClose(),
        reason);
  }

  void note(SimulatorEvent.Kind kind, String detail) {
    context.journal().note(kind, id(), detail);
  }

  private void end(SimulatorEvent.Kind kind, Duration occupied, String detail) {
    if (!open) {
      return;
    }
    open = false;
    subscriptions.clear();
    publishTickers();
    if (account != null) {
      account.release(this, occupied);
    }
    context.sessions().remove(this);
    note(kind, detail);
  }

  private void publishTickers() {
    tickers =
        subscriptions.stream()
            .filter(Subscription::isExpectedTrade)
            .map(Subscription::trKey)
            .collect(
                Collectors.collectingAndThen(
                    Collectors.toCollection(LinkedHashSet::new), Collections::unmodifiableSet));
  }
}
