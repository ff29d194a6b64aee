package io.github.kisconnect.protocol;

/** A JSON message of the server, read tolerantly. No text of it holds a secret. */
public sealed interface ControlMessage {

  /** Reads any bytes; never throws. */
  static ControlMessage parse(byte[] bytes, int length) {
    return ControlMessageReader.read(bytes, length);
  }

  /** The server's keepalive; the very text goes back. */
  record PingPong() implements ControlMessage {}

  /**
   * An answer to a request.
   *
   * @param rtCd {@code 0} success, {@code 1} refusal of a registration, {@code 9} refusal of the
   *     message or session; empty where missing
   * @param code the code's entry in the table
   * @param rawCode the code as sent, empty where missing
   * @param text {@code msg1} with whatever looks like a key blotted out, empty where missing
   * @param trId {@code tr_id}, empty where missing or {@code (null)}
   * @param ticker {@code tr_key}, or null where empty, missing or {@code (null)}
   * @param cipherKey present on success only, else null
   */
  record Reply(
      String rtCd,
      MessageCode code,
      String rawCode,
      String text,
      String trId,
      String ticker,
      CipherKey cipherKey)
      implements ControlMessage {}

  /** Not JSON, or not of a known shape. */
  record Unreadable(String reason) implements ControlMessage {}
}
