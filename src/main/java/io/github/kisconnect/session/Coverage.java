package io.github.kisconnect.session;

import io.github.kisconnect.gap.Gap;
import io.github.kisconnect.gap.GapReason;
import io.github.kisconnect.gap.GapTracker;
import java.util.function.Consumer;

/**
 * Which tickers the current connection covers, shared by the session thread and the I/O threads. A
 * hole is told before the call that found it returns, so that one who ends a hole and then hands on
 * the record that ended it has told of it first. What a connection says that is no longer, or not
 * yet, the current one means nothing.
 */
final class Coverage {

  private final GapTracker gaps;
  private final Consumer<Gap> teller;
  private String current = "";

  /**
   * Takes the tracker over; nobody else may use it any more.
   *
   * @param teller hears of holes on the thread that found them, under this object's lock
   */
  Coverage(GapTracker gaps, Consumer<Gap> teller) {
    this.gaps = gaps;
    this.teller = teller;
  }

  /** The connection with this id is open. */
  synchronized void connected(String session) {
    current = session;
  }

  /** The ticker was acknowledged on this connection, or a record of it came. */
  synchronized void covered(String ticker, long atMicros, String session) {
    if (session.equals(current)) {
      gaps.covered(ticker, atMicros, session).ifPresent(teller);
    }
  }

  /** The ticker will not come on this connection. */
  synchronized void refused(
      String ticker, GapReason reason, long atMicros, String session, String detail) {
    if (session.equals(current)) {
      gaps.refused(ticker, reason, atMicros, session, detail).ifPresent(teller);
    }
  }

  /** The current connection is gone: what it covered has a hole from its last sign of life on. */
  synchronized void lost(GapReason reason, long lastSignOfLifeMicros, String cause) {
    current = "";
    gaps.connectionLost(reason, lastSignOfLifeMicros, cause);
  }

  /** No connection will follow. */
  synchronized void abandoned() {
    current = "";
    gaps.abandoned().forEach(teller);
  }
}
