package io.github.kisconnect.protocol;

import java.util.Arrays;

/**
 * Where the fields of a payload lie. A scratch object: each {@link #split} overwrites the one
 * before, and its memory only grows, to four bytes for each byte of the longest payload. One
 * thread.
 */
final class PayloadFields {

  private static final int INITIAL_CAPACITY = 8192;

  private static final java.lang.invoke.VarHandle WORDS =
      java.lang.invoke.MethodHandles.byteArrayViewVarHandle(long[].class, java.nio.ByteOrder.LITTLE_ENDIAN);
  private byte[] bytes = new byte[0];
  private int[] starts = new int[INITIAL_CAPACITY];
  private int size;
  private int limit;

  /** Splits {@code bytes[from, to)} at every {@code ^}; an empty payload is one empty field. */
  void split(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    reserve(to - from + 3);
    int[] next = starts;
    next[0] = from;
    int count = 1;
    int i = from;
    for (; i <= to - 8; i += 8) {
      long x = (long) WORDS.get(bytes, i) ^ 0x5E5E_5E5E_5E5E_5E5EL;
      long hits = ~(((x & 0x7F7F_7F7F_7F7F_7F7FL) + 0x7F7F_7F7F_7F7F_7F7FL) | x | 0x7F7F_7F7F_7F7F_7F7FL);
      while (hits != 0) {
        next[count++] = i + (Long.numberOfTrailingZeros(hits) >>> 3) + 1;
        hits &= hits - 1;
      }
    }
    for (; i < to; i++) {
      next[count] = i + 1;
      count += bytes[i] == '^' ? 1 : 0;
    }
    next[count] = to + 1;
    size = count;
    limit = to;
  }

  private void reserve(int capacity) {
    if (starts.length < capacity) {
      starts = Arrays.copyOf(starts, Math.max(capacity, 2 * starts.length));
    }
  }

  /** Adds an empty field of no bytes, for a last one that was lost with its separator. */
  void padWithEmpty() {
    size++;
    starts[size] = starts[size - 1] + 1;
  }

  byte[] bytes() {
    return bytes;
  }

  int size() {
    return size;
  }

  int start(int field) {
    return starts[field];
  }

  int end(int field) {
    return starts[field + 1] - 1;
  }

  /** End of the last of {@code width} fields, never behind the payload. */
  int end(int first, int width) {
    return Math.min(end(first + width - 1), limit);
  }

  boolean isEmpty(int field) {
    return start(field) == end(field);
  }
}
