package io.github.kisconnect.session;

import io.github.kisconnect.session.Transport.CloseReason;
import io.github.kisconnect.session.Transport.ConnectFailure;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One scripted connection attempt: the test plays the server's side. */
final class FakeConnection implements Transport.Connection {

  private static final Pattern TR_KEY = Pattern.compile("\"tr_key\"\\s*:\\s*\"([^\"]*)\"");
  private static final String RECORD =
      "^084945^77600^2^1300^1.70^0.00^0^0^0^77600^77500^64^221986^17226113600^0^0^0^0.00^0^0^1^0.01"
          + "^0.00^000000^3^0^000000^3^0^000000^3^0^20240426^00^N^11591^2878^41034^6265^0.00^0^0.00"
          + "^B^";

  final Transport.Listener listener;
  final Duration openedAfter;
  final List<String> sent = new ArrayList<>();
  final List<Duration> sentAt = new ArrayList<>();
  final List<String> pongs = new ArrayList<>();
  private final VirtualTime time;
  private final Consumer<FakeConnection> onPing;
  int pings;
  boolean open;
  boolean over;
  Duration closeBudget;
  boolean answersClose = true;
  boolean acknowledges;

  FakeConnection(Transport.Listener listener, VirtualTime time, Consumer<FakeConnection> onPing) {
    this.listener = listener;
    this.time = time;
    this.openedAfter = time.elapsed();
    this.onPing = onPing;
  }

  @Override
  public void sendText(String text) {
    sent.add(text);
    sentAt.add(time.elapsed());
    if (acknowledges && text.contains("tr_key")) {
      acknowledge(tickerOf(text));
    }
  }

  @Override
  public void sendPing() {
    pings++;
    onPing.accept(this);
  }

  @Override
  public void sendPong(ByteBuffer payload) {
    pongs.add(StandardCharsets.UTF_8.decode(payload).toString());
  }

  @Override
  public void close(Duration budget) {
    closeBudget = budget;
    if (open && answersClose) {
      closedWith(new CloseReason(1000, "", false, true));
    }
  }

  /** Whether it is open and nobody told it to close. */
  boolean isLeftOpen() {
    return open && closeBudget == null;
  }

  void opens() {
    if (over) {
      return;
    }
    open = true;
    listener.opened();
    if (closeBudget != null) {
      closedWith(new CloseReason(1000, "", false, true));
    }
  }

  void fails(ConnectFailure.Kind kind) {
    if (!over && !open) {
      over = true;
      listener.connectFailed(new ConnectFailure(kind, "The attempt failed as scripted."));
    }
  }

  void drops() {
    closedWith(new CloseReason(1006, "", true, false));
  }

  void closedWith(CloseReason reason) {
    if (!over) {
      over = true;
      open = false;
      listener.closed(reason);
    }
  }

  void acknowledge(String ticker) {
    replies("0", "OPSP0000", "SUBSCRIBE SUCCESS", ticker);
  }

  void replies(String code, String ticker) {
    replies("1", code, "as scripted", ticker);
  }

  void replies(String rtCd, String code, String text, String ticker) {
    says(
        """
        {"header":{"tr_id":"H0STANC0","tr_key":"%s","encrypt":"N"},\
        "body":{"rt_cd":"%s","msg_cd":"%s","msg1":"%s"}}"""
            .formatted(ticker, rtCd, code, text));
  }

  void data(String... tickers) {
    saysBytes(frame(tickers));
  }

  /** A data frame with a record of each ticker. */
  static byte[] frame(String... tickers) {
    List<String> records = new ArrayList<>();
    for (String ticker : tickers) {
      records.add(ticker + RECORD);
    }
    return "0|H0STANC0|%03d|%s"
        .formatted(tickers.length, String.join("^", records))
        .getBytes(StandardCharsets.UTF_8);
  }

  void says(String text) {
    saysBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  void saysBytes(byte[] bytes) {
    if (open) {
      listener.arrived(true);
      listener.message(bytes);
      listener.handled();
    }
  }

  /** A Ping or Pong of the server. */
  void controls() {
    listener.arrived(true);
    listener.controlFrame();
    listener.handled();
  }

  /** Tickers asked for, in order, with repetitions. */
  List<String> askedFor() {
    return sent.stream()
        .filter(text -> text.contains("tr_key"))
        .map(FakeConnection::tickerOf)
        .toList();
  }

  private static String tickerOf(String request) {
    Matcher matcher = TR_KEY.matcher(request);
    if (!matcher.find()) {
      throw new IllegalArgumentException("No request: " + request);
    }
    return matcher.group(1);
  }
}
