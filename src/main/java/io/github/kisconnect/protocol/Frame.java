package io.github.kisconnect.protocol;

/** The envelope of one incoming text message. */
public sealed interface Frame {

  /** A JSON message of the server. */
  record Control(byte[] bytes, int length) implements Frame {}

  /**
   * Data: {@code flag|tr_id|count|payload}.
   *
   * @param count number of records as the frame claims it, or 0 where that is no number from 1 to
   *     999
   * @param from start of the payload in {@code bytes}
   * @param to end of the payload in {@code bytes}
   */
  record Data(boolean encrypted, String trId, int count, byte[] bytes, int from, int to)
      implements Frame {}

  /** Neither; to be quarantined. */
  record Unreadable(String reason, byte[] bytes) implements Frame {}
}
