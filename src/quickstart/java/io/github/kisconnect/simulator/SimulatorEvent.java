package io.github.kisconnect.simulator;

import java.time.Instant;

/**
 * Something that a client did or that was done to it.
 *
 * @param session id of the session, empty where there is none
 * @param detail ticker, code or reason; never a secret
 */
public record SimulatorEvent(Instant at, Kind kind, String session, String detail) {

  /** What can happen. */
  public enum Kind {
    APPROVAL_ISSUED,
    APPROVAL_REFUSED,
    UPGRADE_REFUSED,
    CONNECTIONS_REFUSED,
    CONNECTIONS_ACCEPTED,
    SESSION_OPENED,
    REGISTERED,
    RELEASED,
    REFUSED,
    PINGPONG_SENT,
    PINGPONG_ANSWERED,
    PING_RECEIVED,
    /** A load is over; the detail is the number of data frames that the session had meanwhile. */
    LOADED,
    /** The client closed with 1000, or acknowledged the server's close. */
    CLOSED_CLEANLY,
    /** The connection ended in any other way. */
    CLOSED_UNCLEANLY
  }
}
