package io.github.kisconnect;

import org.apache.kafka.connect.source.SourceRecord;

/**
 * A record of the topic that remembers its times until Kafka acknowledges it. Connect hands the
 * very record back, whatever transformations made of it in between.
 */
final class PolledRecord extends SourceRecord {

  private final long receivedMicros;
  private final long polledMicros;

  /** Takes everything of the record over; times in microseconds since the epoch. */
  PolledRecord(SourceRecord record, long receivedMicros, long polledMicros) {
    super(
        record.sourcePartition(),
        record.sourceOffset(),
        record.topic(),
        record.kafkaPartition(),
        record.keySchema(),
        record.key(),
        record.valueSchema(),
        record.value(),
        record.timestamp(),
        record.headers());
    this.receivedMicros = receivedMicros;
    this.polledMicros = polledMicros;
  }

  long receivedMicros() {
    return receivedMicros;
  }

  long polledMicros() {
    return polledMicros;
  }
}
