package io.github.kisconnect.session;

import io.github.kisconnect.gap.GapReason;
import io.github.kisconnect.protocol.ControlMessage.Reply;
import io.github.kisconnect.protocol.SubscribeRequest;
import io.github.kisconnect.session.ApprovalSource.ApprovalKey;
import io.github.kisconnect.session.SubscriptionBook.Registration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers the tickers on one connection after the other: sends the requests, hears the answers,
 * reports the holes that end or will not end. What concerns one ticker is settled here; what
 * concerns the session is given back as a {@link Failure}. Session thread.
 */
final class Registrar {

  private static final Logger LOG = LoggerFactory.getLogger(Registrar.class);

  private final SessionSettings settings;
  private final SubscriptionBook book;
  private final Coverage coverage;
  private final TimeSource time;
  private FeedReader reader;
  private Transport.Connection connection;
  private ApprovalKey key;
  private boolean answered;
  private boolean acknowledged;

  Registrar(SessionSettings settings, Coverage coverage, TimeSource time) {
    this.settings = settings;
    this.book = new SubscriptionBook(settings);
    this.coverage = coverage;
    this.time = time;
  }

  /** A connection is open; the server remembers nothing of the last one. */
  void connected(
      FeedReader newReader, Transport.Connection newConnection, ApprovalKey newKey, long now) {
    reader = newReader;
    connection = newConnection;
    key = newKey;
    answered = false;
    acknowledged = false;
    coverage.connected(newReader.session());
    book.connected(now);
  }

  /** Sends what is due and looks after overdue answers. */
  Optional<Failure> tick(long now) {
    List<String> unconfirmed = book.expire(now);
    if (!unconfirmed.isEmpty()) {
      LOG.warn(
          "KIS did not answer our requests for some tickers; they stay unconfirmed, data may come"
              + " all the same. tickers={} session={}",
          unconfirmed,
          reader.session());
    }
    reportLeftOut(book.leaveOut());
    book.next(now).ifPresent(this::send);
    return hopeless();
  }

  /** Deals with an answer. */
  Optional<Failure> replied(Reply reply, long receivedAtMicros, long now) {
    answered = true;
    Optional<String> ticker = book.about(reply.ticker());
    switch (reply.code().reaction()) {
      case SUBSCRIBED -> {
        acknowledged = true;
        ticker.ifPresentOrElse(named -> confirm(named, receivedAtMicros), () -> untied(reply));
      }
      case UNSUBSCRIBED ->
          LOG.debug("KIS released a ticker that we did not release. {}", tag(reply));
      case DROP_TICKER -> ticker.ifPresentOrElse(named -> drop(named, reply), () -> untied(reply));
      case RETRY_TICKER ->
          ticker.ifPresentOrElse(named -> retry(named, reply, now), () -> untied(reply));
      case SESSION_FULL -> {
        return full(reply, ticker);
      }
      case REISSUE_APPROVAL, APP_KEY_OCCUPIED, RECONNECT, FAIL -> {
        return Optional.of(Failures.of(reply));
      }
    }
    return hopeless();
  }

  /** A record of a ticker came: where the ticker was asked for, that is as good as an answer. */
  void recordSeen(String ticker, long receivedAtMicros) {
    if (book.isAskedFor(ticker)) {
      confirm(ticker, receivedAtMicros);
    }
  }

  /** Whether no answer is outstanding and nothing waits for its first request. */
  boolean settled() {
    return book.count(Registration.WANTED) + book.count(Registration.PENDING) == 0;
  }

  /** Whether KIS acknowledged any ticker on this connection. */
  boolean acknowledged() {
    return acknowledged;
  }

  Coverage coverage() {
    return coverage;
  }

  SubscriptionBook book() {
    return book;
  }

  private void send(String ticker) {
    LOG.debug("Asking for a ticker. ticker={} session={}", ticker, reader.session());
    reader.asked(ticker);
    connection.sendText(SubscribeRequest.subscribe(key.value(), settings.customerType(), ticker));
  }

  private void confirm(String ticker, long receivedAtMicros) {
    book.confirm(ticker);
    coverage.covered(ticker, receivedAtMicros, reader.session());
    reader.answered(ticker);
  }

  private void drop(String ticker, Reply reply) {
    book.refuse(ticker);
    reader.answered(ticker);
    LOG.warn(
        "KIS refuses a ticker; we go on without it. Correct kis.tickers. ticker={} {}",
        ticker,
        tag(reply));
    reportRefused(
        ticker, GapReason.REJECTED, "KIS refused the ticker: " + Failures.said(reply) + ".");
  }

  private void retry(String ticker, Reply reply, long now) {
    if (!book.isUnderWay(ticker)) {
      LOG.warn("KIS sent a message about a ticker. ticker={} {}", ticker, tag(reply));
    } else if (book.retry(ticker, now)) {
      LOG.warn(
          "KIS could not register a ticker; we ask again later. ticker={} {}", ticker, tag(reply));
    } else {
      LOG.error(
          "KIS could not register a ticker although asked four times; nothing of it comes until the"
              + " next session. Restart the task to ask at once. ticker={} {}",
          ticker,
          tag(reply));
      reportRefused(
          ticker,
          GapReason.REJECTED,
          "KIS could not register the ticker: " + Failures.said(reply) + ".");
    }
  }

  private Optional<Failure> full(Reply reply, Optional<String> ticker) {
    if (book.registered() == 0) {
      return Optional.of(
          new Failure(
              FailureKind.SERVER_FAULT,
              "KIS took not even one ticker: " + Failures.said(reply) + "."));
    }
    reportLeftOut(book.full(ticker));
    return Optional.empty();
  }

  private void untied(Reply reply) {
    book.askOneAtATime();
    LOG.warn(
        "KIS sent an answer that names none of our tickers, and several are outstanding; from now"
            + " on we ask for one at a time. {}",
        tag(reply));
  }

  private void reportLeftOut(List<String> tickers) {
    if (tickers.isEmpty()) {
      return;
    }
    String detail =
        "KIS takes no more than %d tickers on this session.".formatted(book.registered());
    LOG.warn(
        "{} These are left out; spread them over more app keys (kis.app.keys) or lower"
            + " kis.session.max.subscriptions. tickers={} session={}",
        detail,
        tickers,
        reader.session());
    tickers.forEach(reader::answered);
    tickers.forEach(ticker -> reportRefused(ticker, GapReason.SESSION_FULL, detail));
  }

  private void reportRefused(String ticker, GapReason reason, String detail) {
    coverage.refused(ticker, reason, time.epochMicros(), reader.session(), detail);
  }

  /** Nothing can come on this connection: why, and what that calls for. */
  private Optional<Failure> hopeless() {
    if (!book.isExhausted()) {
      return Optional.empty();
    }
    if (!answered && book.count(Registration.UNCONFIRMED) > 0) {
      return Optional.of(
          new Failure(
              FailureKind.APPROVAL_DEAD,
              "KIS answered none of our requests; the approval key may have expired."));
    }
    if (book.count(Registration.UNCONFIRMED) > 0) {
      return Optional.empty();
    }
    return Optional.of(
        book.count(Registration.FAILED) > 0
            ? new Failure(FailureKind.SERVER_FAULT, "KIS could not register any ticker.")
            : new Failure(
                FailureKind.FATAL,
                "KIS refused every ticker of this task. Correct kis.tickers and restart it."));
  }

  private String tag(Reply reply) {
    return "code=%s text=\"%s\" session=%s"
        .formatted(reply.rawCode(), reply.text(), reader.session());
  }
}
