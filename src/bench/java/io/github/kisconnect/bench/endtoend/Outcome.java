package io.github.kisconnect.bench.endtoend;

import io.github.kisconnect.bench.load.Reading;

/**
 * What became of one load.
 *
 * @param connector what carried it
 * @param offered records per second
 * @param seconds how long
 * @param took seconds that the simulator needed
 * @param lateMicros how long after it was due the simulator wrote a frame at most
 * @param sent records written by the simulator
 * @param withheld records that it could not write because the connector read too slowly
 * @param backlog records sent but not consumed when the last one was sent
 * @param read what the consumer got
 * @param reportedLost records of the gap topic
 * @param cpuMicros processor time of the worker per record, an idle worker's share taken off
 */
public record Outcome(
    String connector,
    double offered,
    double seconds,
    double took,
    long lateMicros,
    long sent,
    long withheld,
    long backlog,
    Reading read,
    long reportedLost,
    double cpuMicros) {

  private static final double BACKLOG_SECONDS = 0.25;
  private static final long BACKLOG_RECORDS = 200;
  private static final double LATE = 1.05;

  /** Records that were sent, and of which nothing is known; negative if too many are reported. */
  public long unreportedLost() {
    return sent - read.records() - reportedLost;
  }

  /** Whether every record that was sent is accounted for, and came once. */
  boolean balances() {
    return unreportedLost() == 0 && read.duplicates() == 0;
  }

  /** Whether everything was sent in time, arrived, and arrived as fast as it was offered. */
  boolean isCarried() {
    return withheld == 0
        && took <= seconds * LATE
        && read.records() == sent
        && backlog <= Math.max(BACKLOG_RECORDS, offered * BACKLOG_SECONDS);
  }
}
