package io.github.kisconnect.protocol;

import java.util.Arrays;

/**
 * Where the fields of a payload lie. A scratch object: each {@link #split} overwrites the one
 * before, and its memory only grows, to four bytes for each byte of the longest payload. One
 * thread.
 */
final class PayloadFields {

  private static final int INITIAL_CAPACITY = 8192;

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
    int place = from;
    for (; place <= to - Word.BYTES; place += Word.BYTES) {
      long separators = Word.places(Word.at(bytes, place), '^');
      while (separators != 0) {
        next[count++] = place + Word.first(separators) + 1;
        separators &= separators - 1;
      }
    }
    for (; place < to; place++) {
      next[count] = place + 1;
      count += bytes[place] == '^' ? 1 : 0;
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
