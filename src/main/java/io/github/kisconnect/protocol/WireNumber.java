package io.github.kisconnect.protocol;

/** Reads numbers from the bytes of the wire: strict, without a string, without overflow. */
final class WireNumber {

  /** Marks a field without a value. */
  static final long NULL = Long.MIN_VALUE;

  /** Marks bytes that are no legal value. */
  static final long INVALID = Long.MIN_VALUE + 1;

  private static final long WORD_LIMIT = 100_000_000;

  /** Length of a point with both its decimals. */
  private static final int DECIMALS = 3;

  private WireNumber() {}

  /**
   * A whole number.
   *
   * @param maxDigits at most 18, so that nothing overflows
   * @param signed whether it may be less than zero
   */
  static long integer(byte[] bytes, int from, int to, int maxDigits, boolean signed) {
    if (to - from == 1) {
      return digit(bytes[from]);
    }
    boolean minus = from < to && bytes[from] == '-';
    long value = digits(bytes, minus ? from + 1 : from, to, maxDigits);
    return withSign(value, minus, signed);
  }

  /**
   * A number with at most two decimals, as hundredths.
   *
   * @param maxDigits of the whole part, 5 to 16
   * @param signed whether it may be less than zero
   */
  static long decimal2(byte[] bytes, int from, int to, int maxDigits, boolean signed) {
    boolean minus = from < to && bytes[from] == '-';
    int start = minus ? from + 1 : from;
    int length = to - start;
    boolean inOneWord = length > DECIMALS && length <= Word.BYTES && to >= Word.BYTES;
    if (inOneWord && bytes[to - DECIMALS] == '.') {
      long word = Word.withoutPoint(Word.at(bytes, to - Word.BYTES));
      return withSign(Word.number(word, length - 1), minus, signed);
    }
    int point = pointOf(bytes, start, to);
    long whole = digits(bytes, start, point, maxDigits);
    long hundredths = point == to ? 0 : hundredths(bytes, point + 1, to);
    if (whole == INVALID || hundredths == INVALID) {
      return INVALID;
    }
    return withSign(whole * 100 + hundredths, minus, signed);
  }

  private static int pointOf(byte[] bytes, int from, int to) {
    int usual = to - DECIMALS;
    if (usual > from && bytes[usual] == '.') {
      return usual;
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
    if (to < 2 * Word.BYTES || length > 2 * Word.BYTES) {
      return digitByDigit(bytes, from, to);
    }
    long last = Word.at(bytes, to - Word.BYTES);
    if (length <= Word.BYTES) {
      return Word.number(last, length);
    }
    long low = Word.number(last, Word.BYTES);
    long high = Word.number(Word.at(bytes, to - 2 * Word.BYTES), length - Word.BYTES);
    return low == INVALID || high == INVALID ? INVALID : high * WORD_LIMIT + low;
  }

  private static long digitByDigit(byte[] bytes, int from, int to) {
    long value = 0;
    for (int i = from; i < to; i++) {
      long digit = digit(bytes[i]);
      if (digit == INVALID) {
        return INVALID;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private static long digit(byte character) {
    return character >= '0' && character <= '9' ? character - '0' : INVALID;
  }
}
