package io.github.kisconnect.protocol;

/** Every {@code msg_cd} of the server with the reaction that it calls for (kis-protocol 2.3). */
public enum MessageCode {
  UNKNOWN;

  /** The code of that name, or {@link #UNKNOWN}. */
  public static MessageCode of(String code) {
    throw new UnsupportedOperationException();
  }

  public Reaction reaction() {
    throw new UnsupportedOperationException();
  }

  /** What it means and, where the operator can do something, what; one sentence. */
  public String meaning() {
    throw new UnsupportedOperationException();
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
