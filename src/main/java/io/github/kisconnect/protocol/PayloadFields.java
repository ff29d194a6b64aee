package io.github.kisconnect.protocol;

import java.util.Arrays;

/**
 * Where the fields of a payload lie. A scratch object: each {@link #split} overwrites the one
 * before, and the arrays only grow. One thread.
 */
final class PayloadFields {

  private static final int INITIAL_FIELDS = 1024;

  private byte[] bytes = new byte[0];
  private int from;
  private int[] ends = new int[INITIAL_FIELDS];
  private int size;

  /** Splits {@code bytes[from, to)} at every {@code ^}; an empty payload is one empty field. */
  void split(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.from = from;
    this.size = 0;
    for (int i = from; i < to; i++) {
      if (bytes[i] == '^') {
        addEnd(i);
      }
    }
    addEnd(to);
  }

  private void addEnd(int end) {
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, 2 * size);
    }
    ends[size++] = end;
  }

  /** Adds an empty field of no bytes, for a last one that was lost with its separator. */
  void padWithEmpty() {
    addEnd(ends[size - 1]);
  }

  byte[] bytes() {
    return bytes;
  }

  int size() {
    return size;
  }

  int start(int field) {
    return field == 0 ? from : Math.min(ends[field - 1] + 1, ends[field]);
  }

  int end(int field) {
    return ends[field];
  }

  boolean isEmpty(int field) {
    return start(field) == end(field);
  }
}
