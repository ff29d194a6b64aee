package io.github.kisconnect.protocol;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads numbers from the bytes of the wire: strict, without a string, without overflow. */
final class WireNumber {

  /** Marks a field without a value. */
  static final long NULL = Long.MIN_VALUE;

  /** Marks bytes that are no legal value. */
  static final long INVALID = Long.MIN_VALUE + 1;

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int WORD = Long.BYTES;
  private static final long ZEROS = 0x3030_3030_3030_3030L;
  private static final long SIGNS = 0x8080_8080_8080_8080L;

  /** Added to a byte of 10 or more, sets its sign. */
  private static final long TEN_OVERFLOWS = 0x7676_7676_7676_7676L;

  private WireNumber() {}

  /**
   * A whole number.
   *
   * @param maxDigits at most 18, so that nothing overflows
   * @param signed whether it may be less than zero
   */
  static long integer(byte[] bytes, int from, int to, int maxDigits, boolean signed) {
    boolean minus = from < to && bytes[from] == '-';
    long value = digits(bytes, minus ? from + 1 : from, to, maxDigits);
    return withSign(value, minus, signed);
  }

  /**
   * A number with at most two decimals, as hundredths.
   *
   * @param maxDigits of the whole part, at most 16
   * @param signed whether it may be less than zero
   */
  static long decimal2(byte[] bytes, int from, int to, int maxDigits, boolean signed) {
    boolean minus = from < to && bytes[from] == '-';
    int start = minus ? from + 1 : from;
    int point = pointOf(bytes, start, to);
    long whole = digits(bytes, start, point, maxDigits);
    long hundredths = point == to ? 0 : hundredths(bytes, point + 1, to);
    if (whole == INVALID || hundredths == INVALID) {
      return INVALID;
    }
    return withSign(whole * 100 + hundredths, minus, signed);
  }

  private static int pointOf(byte[] bytes, int from, int to) {
    if (to - from > 3 && bytes[to - 3] == '.') {
      return to - 3;
    }
    int point = from;
    while (point < to && bytes[point] != '.') {
      point++;
    }
    return point;
  }

  private static long hundredths(byte[] bytes, int from, int to) {
    long value = digits(bytes, from, to, 2);
    return to - from == 1 && value != INVALID ? value * 10 : value;
  }

  private static long withSign(long value, boolean minus, boolean signed) {
    if (value == INVALID || !minus) {
      return value;
    }
    return signed || value == 0 ? -value : INVALID;
  }

  /** One to {@code max} decimal digits and nothing else. */
  static long digits(byte[] bytes, int from, int to, int max) {
    int length = to - from;
    if (length < 1 || length > max) {
      return INVALID;
    }
    if (to < 2 * WORD || length > 2 * WORD) {
      return digitByDigit(bytes, from, to);
    }
    if (length <= WORD) {
      return lastDigits(bytes, to, length);
    }
    long low = lastDigits(bytes, to, WORD);
    long high = lastDigits(bytes, to - WORD, length - WORD);
    return low == INVALID || high == INVALID ? INVALID : high * 100_000_000 + low;
  }

  /**
   * The one to eight digits that end at {@code to}, all at once: whatever their number, the
   * processor takes the same steps, so that it has no branch to guess wrong.
   */
  private static long lastDigits(byte[] bytes, int to, int length) {
    long ours = -1L << (WORD - length) * Byte.SIZE;
    long digits = ((long) WORDS.get(bytes, to - WORD) ^ ZEROS) & ours;
    if (((digits + TEN_OVERFLOWS | digits) & SIGNS) != 0) {
      return INVALID;
    }
    long pairs = (digits * 10 + (digits >>> 8)) & 0x00FF_00FF_00FF_00FFL;
    long fours = (pairs * 100 + (pairs >>> 16)) & 0x0000_FFFF_0000_FFFFL;
    return (fours * 10_000 + (fours >>> 32)) & 0xFFFF_FFFFL;
  }

  private static long digitByDigit(byte[] bytes, int from, int to) {
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return INVALID;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
