package io.github.kisconnect.quickstart;

import java.time.Duration;
import java.util.Arrays;

/** The latest 65,536 latencies. One thread. */
final class Latencies {

  private final long[] nanos = new long[1 << 16];
  private long count;

  void add(Duration latency) {
    nanos[(int) (count++ % nanos.length)] = latency.toNanos();
  }

  /**
   * The latency that this share of the records does not exceed, zero without any record.
   *
   * @param share above 0, at most 1
   */
  Duration percentile(double share) {
    int size = (int) Math.min(count, nanos.length);
    if (size == 0) {
      return Duration.ZERO;
    }
    long[] sorted = Arrays.copyOf(nanos, size);
    Arrays.sort(sorted);
    return Duration.ofNanos(sorted[(int) Math.ceil(share * size) - 1]);
  }
}
