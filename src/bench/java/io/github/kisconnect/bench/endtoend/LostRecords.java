package io.github.kisconnect.bench.endtoend;

import io.github.kisconnect.quickstart.stack.AvroRecord;
import io.github.kisconnect.quickstart.stack.AvroTopicReader;
import io.github.kisconnect.quickstart.stack.LocalStack;
import java.time.Duration;
import java.util.List;

/** Adds up what the gap topic reports. One thread. */
final class LostRecords implements AutoCloseable {

  private static final Duration QUIET = Duration.ofMillis(500);

  private final AvroTopicReader gaps;

  LostRecords(LocalStack stack) {
    this.gaps = stack.read(Subject.GAP_TOPIC);
  }

  /** How many records were reported lost since the last call. */
  long take() {
    long lost = 0;
    List<AvroRecord> read = gaps.poll(QUIET);
    while (!read.isEmpty()) {
      for (AvroRecord each : read) {
        lost += each.value().get("RECORDS_LOST") instanceof Long records ? records : 0;
      }
      read = gaps.poll(QUIET);
    }
    return lost;
  }

  @Override
  public void close() {
    gaps.close();
  }
}
