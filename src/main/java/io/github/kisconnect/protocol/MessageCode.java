package io.github.kisconnect.protocol;

import java.util.Locale;

/** Every {@code msg_cd} of the server with the reaction that it calls for (kis-protocol 2.3). */
public enum MessageCode {
  OPSP0000("SUBSCRIBE SUCCESS", Reaction.SUBSCRIBED, "The ticker is registered."),
  OPSP0001("UNSUBSCRIBE SUCCESS", Reaction.UNSUBSCRIBED, "The ticker is released."),
  OPSP0002(
      "ALREADY IN SUBSCRIBE",
      Reaction.SUBSCRIBED,
      "The ticker is already registered on this session."),
  OPSP0003(
      "UNSUBSCRIBE ERROR(not found!)",
      Reaction.UNSUBSCRIBED,
      "The ticker was not registered on this session, so there is nothing to release."),
  OPSP0007(
      "SUBSCRIBE INTERNAL ERROR",
      Reaction.RETRY_TICKER,
      "KIS failed inside while it registered the ticker."),
  OPSP0008(
      "MAX SUBSCRIBE OVER",
      Reaction.SESSION_FULL,
      "The session carries no more tickers; lower kis.session.max.subscriptions, or add app keys"
          + " and tasks."),
  OPSP0009(
      "SUBSCRIBE ERROR : mci send failed",
      Reaction.RETRY_TICKER,
      "KIS could not reach its own back end to register the ticker."),
  OPSP0010(
      "SUBSCRIBE WARNING : invalid appkey",
      Reaction.REISSUE_APPROVAL,
      "KIS does not know the app key behind the approval key; check kis.app.keys if this stays."),
  OPSP0011(
      "invalid approval",
      Reaction.REISSUE_APPROVAL,
      "The approval key is unknown, expired or replaced by a newer one; if this comes back,"
          + " another program issues approval keys for the same app key."),
  OPSP8991(
      "invalid tr_id", Reaction.FAIL, "KIS does not know the TR; the connector needs an update."),
  OPSP8992(
      "invalid tr_key",
      Reaction.DROP_TICKER,
      "KIS does not accept the ticker; correct it in kis.tickers."),
  OPSP8993(
      "JSON PARSING ERROR : invalid tr_key",
      Reaction.DROP_TICKER,
      "KIS cannot read the ticker in the message; correct it in kis.tickers."),
  OPSP8994(
      "personalseckey not found",
      Reaction.FAIL,
      "KIS asks for a log-on without approval key; the connector needs an update."),
  OPSP8995(
      "appsecret not found",
      Reaction.FAIL,
      "KIS asks for a log-on without approval key; the connector needs an update."),
  OPSP8996(
      "ALREADY IN USE appkey",
      Reaction.APP_KEY_OCCUPIED,
      "Another session holds the app key: a second program or task uses it, or an earlier session"
          + " was not closed cleanly and KIS has yet to notice."),
  OPSP8997(
      "invalid tr_type",
      Reaction.FAIL,
      "KIS does not accept the kind of request; the connector needs an update."),
  OPSP8998(
      "invalid custtype",
      Reaction.FAIL,
      "KIS does not accept the customer type; correct kis.customer.type."),
  OPSP8999("resource not available", Reaction.RECONNECT, "KIS is short of resources for the call."),
  OPSP9990(
      "tr_key not found",
      Reaction.DROP_TICKER,
      "KIS misses the ticker in the message; correct it in kis.tickers."),
  OPSP9991(
      "input not found",
      Reaction.FAIL,
      "KIS misses the input in the message; the connector needs an update."),
  OPSP9992(
      "body not found",
      Reaction.FAIL,
      "KIS misses the body of the message; the connector needs an update."),
  OPSP9993("internal error", Reaction.RECONNECT, "KIS failed inside."),
  OPSP9994(
      "INVALID appkey", Reaction.FAIL, "KIS does not accept the app key; correct kis.app.keys."),
  OPSP9995(
      "resource not available", Reaction.RECONNECT, "KIS is short of resources for the session."),
  OPSP9996("appkey", Reaction.FAIL, "KIS misses the app key; check kis.app.keys."),
  OPSP9997(
      "custtype not found",
      Reaction.FAIL,
      "KIS misses the customer type in the message; the connector needs an update."),
  OPSP9998(
      "header not found",
      Reaction.FAIL,
      "KIS misses the header of the message; the connector needs an update."),
  OPSP9999(
      "JSON PARSING ERROR : invalid json format",
      Reaction.FAIL,
      "KIS cannot read the message as JSON; the connector needs an update."),
  /** Any other code; new ones will appear. */
  UNKNOWN("", Reaction.RETRY_TICKER, "KIS sent a code that the connector does not know.");

  private static final MessageCode[] TABLE = values();

  private final String serverText;
  private final Reaction reaction;
  private final String meaning;

  MessageCode(String serverText, Reaction reaction, String meaning) {
    this.serverText = serverText;
    this.reaction = reaction;
    this.meaning = meaning;
  }

  /** The code of that name, or {@link #UNKNOWN}. */
  public static MessageCode of(String code) {
    for (MessageCode candidate : TABLE) {
      if (candidate.name().equals(code)) {
        return candidate;
      }
    }
    return UNKNOWN;
  }

  /**
   * The code of a reply. Where the code is missing or unknown, {@code msg1} decides: by the text
   * that it begins with, and for a success by whether it speaks of a release. No text is reason
   * enough to fail: a code that nobody knows may mean something else by it.
   */
  static MessageCode of(String code, String rtCd, String text) {
    MessageCode byName = of(code);
    return byName == UNKNOWN ? ofText(rtCd, text.toUpperCase(Locale.ROOT)) : byName;
  }

  private static MessageCode ofText(String rtCd, String text) {
    for (MessageCode candidate : TABLE) {
      String known = candidate.serverText.toUpperCase(Locale.ROOT);
      if (candidate.reaction != Reaction.FAIL && !known.isEmpty() && text.startsWith(known)) {
        return candidate;
      }
    }
    if (!rtCd.equals("0")) {
      return UNKNOWN;
    }
    if (text.startsWith("UNSUB")) {
      return OPSP0001;
    }
    return text.startsWith("SUBSCRIBE") ? OPSP0000 : UNKNOWN;
  }

  public Reaction reaction() {
    return reaction;
  }

  /** What it means and, where the operator can do something, what; one sentence. */
  public String meaning() {
    return meaning;
  }

  /** What the session does about a code. */
  public enum Reaction {
    /** The ticker is registered. */
    SUBSCRIBED,
    /** The ticker is released. */
    UNSUBSCRIBED,
    /** This ticker will not come; the others go on. */
    DROP_TICKER,
    /** Ask for this ticker again, later each time. */
    RETRY_TICKER,
    /** The session carries no more tickers. */
    SESSION_FULL,
    /** The approval key is dead: issue a new one once, then wait. */
    REISSUE_APPROVAL,
    /** Another session holds the app key. */
    APP_KEY_OCCUPIED,
    /** The server is short of something: reconnect with backoff. */
    RECONNECT,
    /** Nothing helps but a corrected configuration. */
    FAIL
  }
}
