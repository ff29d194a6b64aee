package io.github.kisconnect.protocol;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes of the wire in one {@code long}, so that one step of the processor looks at all of
 * them. The first byte is the lowest one.
 */
final class Word {

  /** Bytes in a word. */
  static final int BYTES = Long.BYTES;

  private static final VarHandle VIEW =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGH_BITS = ONES << 7;
  private static final long LOW_BITS = ~HIGH_BITS;

  /** Five bytes before the point of a number with two decimals at the end of a word, two behind. */
  private static final long BEFORE_POINT = 0x0000_00FF_FFFF_FFFFL;

  private static final long BEHIND_POINT = 0xFFFF_0000_0000_0000L;

  private static final long ZERO_DIGITS = '0' * ONES;

  /** Added to a byte of 10 or more, sets its high bit. */
  private static final long TEN_OVERFLOWS = 0x76 * ONES;

  private Word() {}

  /** The eight bytes from {@code from} on. */
  static long at(byte[] bytes, int from) {
    return (long) VIEW.get(bytes, from);
  }

  /** The high bit of every byte that is this ASCII character, and no other bit. */
  static long places(long word, char character) {
    long zeroWhereEqual = word ^ (character * ONES);
    return ~(((zeroWhereEqual & LOW_BITS) + LOW_BITS) | zeroWhereEqual | LOW_BITS);
  }

  /** Which byte the first of some {@link #places} is. */
  static int first(long places) {
    return Long.numberOfTrailingZeros(places) / Byte.SIZE;
  }

  /** The bytes of a number with two decimals without the byte of the point, moved to the end. */
  static long withoutPoint(long word) {
    return ((word & BEFORE_POINT) << Byte.SIZE) | (word & BEHIND_POINT);
  }

  /**
   * The number that the last bytes spell, whatever the others are, or {@link WireNumber#INVALID}
   * where one of them is no digit. It takes the same steps for any number of digits, so that the
   * processor has nothing to guess.
   *
   * @param count how many bytes, from 1 to 8
   */
  static long number(long word, int count) {
    long counted = -1L << ((BYTES - count) * Byte.SIZE);
    long digits = (word ^ ZERO_DIGITS) & counted;
    if ((((digits + TEN_OVERFLOWS) | digits) & HIGH_BITS) != 0) {
      return WireNumber.INVALID;
    }
    long pairs = (digits * 10 + (digits >>> 8)) & 0x00FF_00FF_00FF_00FFL;
    long fours = (pairs * 100 + (pairs >>> 16)) & 0x0000_FFFF_0000_FFFFL;
    return (fours * 10_000 + (fours >>> 32)) & 0xFFFF_FFFFL;
  }
}
