package io.github.kisconnect.bench.load;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Tells new stamps from those seen before: one bit for each microsecond. One thread. */
final class Stamps {

  private static final int PAGE_MICROS = 1 << 20;

  private final Map<Long, BitSet> pages = new HashMap<>();

  /**
   * Takes note of a stamp.
   *
   * @param micros microseconds since the epoch
   * @return whether it is new
   */
  boolean add(long micros) {
    BitSet page = pages.computeIfAbsent(micros / PAGE_MICROS, number -> new BitSet(PAGE_MICROS));
    int place = (int) (micros % PAGE_MICROS);
    boolean isNew = !page.get(place);
    page.set(place);
    return isNew;
  }

  void clear() {
    pages.clear();
  }
}
