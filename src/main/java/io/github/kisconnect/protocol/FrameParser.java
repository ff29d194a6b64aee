package io.github.kisconnect.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Splits an incoming text message into its envelope. Stateless; never throws on any input. */
public final class FrameParser {

  /** Most records that one frame can claim. */
  private static final int MAX_COUNT = 999;

  /** Most bytes of a TR or a count; in more of them a record may hide. */
  private static final int MAX_HEADER_FIELD = 32;

  private static final byte[] TR_ID = SubscribeRequest.TR_ID.getBytes(StandardCharsets.US_ASCII);

  private FrameParser() {}

  /** Reads {@code bytes[0, length)}; the result refers to the array, which must not change. */
  public static Frame parse(byte[] bytes, int length) {
    int flag = firstVisible(bytes, length);
    if (flag < length && bytes[flag] == '{') {
      return new Frame.Control(bytes, length);
    }
    if (!isFlag(bytes, flag, length)) {
      return unreadable("begins with neither a JSON object nor a flag 0 or 1", bytes, length);
    }
    int trIdStart = flag + 2;
    int trIdEnd = indexOfPipe(bytes, trIdStart, length);
    int countEnd = indexOfPipe(bytes, trIdEnd + 1, length);
    if (countEnd >= length) {
      return unreadable("lacks the separators of flag|tr_id|count|payload", bytes, length);
    }
    if (Math.max(trIdEnd - trIdStart, countEnd - trIdEnd - 1) > MAX_HEADER_FIELD) {
      String what =
          "has more than " + MAX_HEADER_FIELD + " bytes where the TR or the count belongs";
      return unreadable(what, bytes, length);
    }
    return new Frame.Data(
        bytes[flag] == '1',
        trId(bytes, trIdStart, trIdEnd),
        count(bytes, trIdEnd + 1, countEnd),
        bytes,
        countEnd + 1,
        trimmedEnd(bytes, countEnd + 1, length));
  }

  /** The end of {@code bytes[from, to)} without CR, LF and NUL behind it. */
  static int trimmedEnd(byte[] bytes, int from, int to) {
    int end = to;
    while (end > from
        && (bytes[end - 1] == '\r' || bytes[end - 1] == '\n' || bytes[end - 1] == 0)) {
      end--;
    }
    return end;
  }

  private static int firstVisible(byte[] bytes, int length) {
    int i = 0;
    while (i < length && bytes[i] >= 0 && bytes[i] <= ' ') {
      i++;
    }
    return i;
  }

  private static boolean isFlag(byte[] bytes, int at, int length) {
    return at + 1 < length && (bytes[at] == '0' || bytes[at] == '1') && bytes[at + 1] == '|';
  }

  private static int indexOfPipe(byte[] bytes, int from, int length) {
    int i = from;
    while (i < length && bytes[i] != '|') {
      i++;
    }
    return i;
  }

  private static String trId(byte[] bytes, int from, int to) {
    return Arrays.equals(bytes, from, to, TR_ID, 0, TR_ID.length)
        ? SubscribeRequest.TR_ID
        : new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private static int count(byte[] bytes, int from, int to) {
    long count = WireNumber.digits(bytes, from, to, 9);
    return count >= 1 && count <= MAX_COUNT ? (int) count : 0;
  }

  private static Frame unreadable(String what, byte[] bytes, int length) {
    String reason = "The message of " + length + " bytes " + what + ".";
    return new Frame.Unreadable(reason, Arrays.copyOf(bytes, length));
  }
}
