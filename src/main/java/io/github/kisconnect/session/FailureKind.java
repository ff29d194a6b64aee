package io.github.kisconnect.session;

/** Why a session or an attempt at one ended, classed by what has to be done (kis-protocol 8). */
public enum FailureKind {
  /** An ordinary failure: backoff. */
  UNREACHABLE,
  /** The upgrade was refused or not answered: a throttle or maintenance, which lasts minutes. */
  UPGRADE_REFUSED,
  /** The connection ended: once soon where it had proven alive, else backoff. */
  CONNECTION_LOST,
  /** KIS is short of something: backoff. */
  SERVER_FAULT,
  /** The approval key is dead: a new one at once the first time, later after a minute or more. */
  APPROVAL_DEAD,
  /** The app key behind the approval key is not known: a new one once, then as refused. */
  APP_KEY_UNKNOWN,
  /** The app key is refused: other credentials at once, where there are any. */
  APP_KEY_REFUSED,
  /** Credentials are refused that were good before: others may come, look for them for a while. */
  CREDENTIALS_REFUSED,
  /** Another session holds the app key: minutes, and the approval key is kept. */
  OCCUPIED,
  /** No approval key for want of the server or network: backoff. */
  APPROVAL_UNAVAILABLE,
  /** No approval key because of our asking too often, or for an unclear refusal: a minute. */
  APPROVAL_REFUSED,
  /** Nothing went wrong: Connect does not ask for records. */
  PAUSED,
  /** Waiting cannot help. */
  FATAL
}
