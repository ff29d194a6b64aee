package io.github.kisconnect.protocol;

import java.util.List;

/**
 * What one data frame held, in the order of the wire.
 *
 * @param trades records that passed every check
 * @param rejected pieces that did not; their neighbours are in {@code trades}
 * @param width fields per record as derived, or 0 where the frame had to be resynchronised
 */
public record DecodedFrame(List<IndexedTrade> trades, List<RejectedRecord> rejected, int width) {

  /** A frame of which nothing could be read. */
  public static DecodedFrame of(Frame.Unreadable frame) {
    return rejected(
        new RejectedRecord(RejectReason.UNREADABLE_FRAME, frame.reason(), frame.bytes(), 0, null));
  }

  /** A frame that was rejected as one piece. */
  static DecodedFrame rejected(RejectedRecord record) {
    return new DecodedFrame(List.of(), List.of(record), 0);
  }

  /**
   * A record and its place in the frame.
   *
   * @param index position in the frame, from 0
   */
  public record IndexedTrade(ExpectedTrade trade, int index) {}
}
