package io.github.kisconnect.session;

/** Where a session stands. */
public enum SessionState {
  IDLE,
  APPROVING,
  CONNECTING,
  SUBSCRIBING,
  /** Every ticker is settled and data came lately. */
  LIVE,
  /** Every ticker is settled; no data. Healthy for hours outside auctions. */
  QUIET,
  /** Nothing at all comes in, not even an answer to a probe. */
  STALE,
  CLOSING,
  BACKING_OFF,
  /** Another session holds the app key; waiting for it to go. */
  OCCUPIED,
  /** Closed because Connect does not ask for records; goes on when it does. */
  SUSPENDED,
  FAILED,
  CLOSED;

  /** Whether a connection is open and in use. */
  public boolean isConnected() {
    return switch (this) {
      case SUBSCRIBING, LIVE, QUIET, STALE -> true;
      case IDLE, APPROVING, CONNECTING, CLOSING, BACKING_OFF, OCCUPIED, SUSPENDED, FAILED, CLOSED ->
          false;
    };
  }
}
