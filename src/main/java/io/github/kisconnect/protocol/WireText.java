package io.github.kisconnect.protocol;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/** Reads text from the bytes of the wire; the usual codes come without making a string. */
final class WireText {

  private static final int ASCII = 128;
  private static final int QUOTED_BYTES = 20;
  private static final byte[] NULL_LITERAL = "(null)".getBytes(StandardCharsets.US_ASCII);

  private static final String[] ONE_CHARACTER =
      IntStream.range(0, ASCII).mapToObj(Character::toString).toArray(String[]::new);
  private static final String[] TWO_DIGITS =
      IntStream.range(0, 100).mapToObj(n -> "" + n / 10 + n % 10).toArray(String[]::new);

  private WireText() {}

  /** Whether the server means null: empty, or the literal {@code (null)}. */
  static boolean isNull(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length == 0) {
      return true;
    }
    if (length != NULL_LITERAL.length || bytes[from] != '(') {
      return false;
    }
    for (int i = 1; i < length; i++) {
      if (bytes[from + i] != NULL_LITERAL[i]) {
        return false;
      }
    }
    return true;
  }

  /** One to {@code maxLength} printable ASCII characters; null where the bytes are others. */
  static String printable(byte[] bytes, int from, int to, int maxLength) {
    if (from == to || to - from > maxLength) {
      return null;
    }
    for (int i = from; i < to; i++) {
      if (bytes[i] < ' ' || bytes[i] > '~') {
        return null;
      }
    }
    return of(bytes, from, to);
  }

  /** The bytes as text, one character for each byte. */
  static String of(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length == 1 && bytes[from] >= 0) {
      return ONE_CHARACTER[bytes[from]];
    }
    if (length == 2) {
      int tens = bytes[from] - '0';
      int ones = bytes[from + 1] - '0';
      if (tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9) {
        return TWO_DIGITS[tens * 10 + ones];
      }
    }
    return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
  }

  /** The bytes in quotation marks for a human: cut short, unprintable ones as {@code \xHH}. */
  static String quote(byte[] bytes, int from, int to) {
    StringBuilder quoted = new StringBuilder("\"");
    int end = Math.min(to, from + QUOTED_BYTES);
    for (int i = from; i < end; i++) {
      if (bytes[i] >= ' ' && bytes[i] <= '~') {
        quoted.append((char) bytes[i]);
      } else {
        quoted.append(String.format("\\x%02X", bytes[i]));
      }
    }
    quoted.append('"');
    if (end < to) {
      quoted.append("... (").append(to - from).append(" bytes)");
    }
    return quoted.toString();
  }
}
