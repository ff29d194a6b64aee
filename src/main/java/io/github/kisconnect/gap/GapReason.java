package io.github.kisconnect.gap;

/** Why records of a ticker are missing from the topic. */
public enum GapReason {
  /**
   * There was no session, from the last sign of life to the next acknowledgement or record. An app
   * key held by another session prolongs such a hole and does not make one of its own.
   */
  DISCONNECT,
  /**
   * Connect asked for no records for so long (the connector is paused, or its producer is stuck)
   * that the session was closed, from its last sign of life to the next acknowledgement or record.
   */
  PAUSE,
  /** The task did not run, from the last record delivered to the first acknowledgement. */
  RESTART,
  /** The hand-over queue was full. */
  OVERFLOW,
  /**
   * KIS refused the ticker. Where it called the ticker wrong, nothing comes until the task is
   * restarted; where it could not register it, the next session asks again.
   */
  REJECTED,
  /** The session was full before this ticker's turn; nothing comes until the task is restarted. */
  SESSION_FULL,
  /** What came could not be decoded. */
  MALFORMED
}
