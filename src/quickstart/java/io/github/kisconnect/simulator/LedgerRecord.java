package io.github.kisconnect.simulator;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/**
 * What became of one published record.
 *
 * @param session id of the session it went to, empty where nobody had registered the ticker
 * @param frame number of the data frame in the session, from 1; 0 where nobody had registered
 * @param index place of the record in the frame, from 0
 * @param fields the columns as they were put on the wire, one character per byte
 * @param intact whether the columns are as the exchange meant them
 * @param exchangeTime date and time in Korea by the exchange's clock
 * @param at wall time at which it was handed to the socket
 */
public record LedgerRecord(
    Outcome outcome,
    String session,
    long frame,
    int index,
    String ticker,
    List<String> fields,
    boolean intact,
    LocalDateTime exchangeTime,
    Instant at) {

  public LedgerRecord {
    fields = List.copyOf(fields);
  }

  /** How far it came. */
  public enum Outcome {
    /** The operating system took it. */
    WRITTEN,
    /** The ticker was registered, but the connection was broken or silent. */
    NOT_WRITTEN,
    /** Published while no session had the ticker registered. */
    MISSED
  }
}
