package io.github.kisconnect.bench.load;

import org.HdrHistogram.Histogram;

/** Counts what is consumed. Any thread. */
final class Tally {

  private static final int DIGITS = 3;

  private final Stamps stamps = new Stamps();
  private final Histogram latencies = new Histogram(DIGITS);
  private long duplicates;
  private long bytes;

  /**
   * Takes in a record.
   *
   * @param size bytes of key, value and headers
   * @param nowMicros when it was consumed, microseconds since the epoch
   */
  synchronized void add(byte[] value, int size, long nowMicros) {
    bytes += size;
    StampReader.read(value, stamp -> add(stamp, nowMicros));
  }

  private void add(long stamp, long nowMicros) {
    if (stamps.add(stamp)) {
      latencies.recordValue(Math.max(0, nowMicros - stamp));
    } else {
      duplicates++;
    }
  }

  synchronized void reset() {
    stamps.clear();
    latencies.reset();
    duplicates = 0;
    bytes = 0;
  }

  synchronized Reading reading() {
    return new Reading(
        latencies.getTotalCount(),
        duplicates,
        bytes,
        latencies.getValueAtPercentile(50),
        latencies.getValueAtPercentile(99),
        latencies.getValueAtPercentile(99.9),
        latencies.getMaxValue());
  }
}
