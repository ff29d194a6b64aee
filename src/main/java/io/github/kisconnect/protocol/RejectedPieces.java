package io.github.kisconnect.protocol;

import io.github.kisconnect.protocol.RecordReader.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Gathers what is rejected of one payload. Neighbouring pieces that name no ticker become one, so
 * that garbage of any size gives few records. For one payload and one thread.
 */
final class RejectedPieces {

  /** From here on pieces are joined even if they name a ticker: no honest frame has more. */
  private static final int MAX_SEPARATE = 999;

  private final byte[] bytes;
  private final List<RejectedRecord> closed = new ArrayList<>(0);
  private Piece open;

  RejectedPieces(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Joins {@code bytes[from, to)} to the piece before, if they touch and neither stands alone.
   *
   * @return false where it must be {@link #add added}
   */
  boolean join(int from, int to, boolean standsAlone) {
    if (open == null || from != open.to + 1) {
      return false;
    }
    boolean separate = standsAlone || open.standsAlone;
    if (separate && closed.size() < MAX_SEPARATE) {
      return false;
    }
    open = new Piece(open.from, to, open.standsAlone, open.index, open.ticker, open.fault);
    return true;
  }

  /** Adds a piece of its own. */
  void add(Piece piece) {
    close();
    open = piece;
  }

  /** Ends the gathering; the bytes are copied here. */
  List<RejectedRecord> finish() {
    close();
    return List.copyOf(closed);
  }

  private void close() {
    if (open != null) {
      byte[] raw = Arrays.copyOfRange(bytes, open.from, open.to);
      Fault fault = open.fault;
      closed.add(new RejectedRecord(fault.reason(), fault.detail(), raw, open.index, open.ticker));
      open = null;
    }
  }

  /**
   * A rejected piece {@code [from, to)}.
   *
   * @param standsAlone whether it names a ticker, known or not, and so keeps its own record
   * @param ticker the subscribed ticker that it names, or null
   */
  record Piece(int from, int to, boolean standsAlone, int index, String ticker, Fault fault) {}
}
