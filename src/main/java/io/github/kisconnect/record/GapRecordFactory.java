package io.github.kisconnect.record;

import io.github.kisconnect.gap.Gap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.source.SourceRecord;

/** Makes the records of the gap topic. Any thread. */
public final class GapRecordFactory {

  private final String topic;

  /** Makes records for one topic. */
  public GapRecordFactory(String topic) {
    this.topic = topic;
  }

  /**
   * The record of a gap: keyed by ticker and stamped with its end (its start where it has no end),
   * so that a consumer who seeks to the start of an interval meets every gap that ended in it. It
   * is never stamped later than now, whatever a clock said that was wrong when the gap began:
   * brokers refuse timestamps of the future, which would end the task.
   *
   * @param offset source offset of the ticker's last record, which the gap carries on; null where
   *     there is none
   * @param nowMicros microseconds since the epoch
   */
  public SourceRecord record(Gap gap, Map<String, ?> offset, long nowMicros) {
    long stampMicros = Math.min(gap.toMicros().orElse(gap.fromMicros()), nowMicros);
    return new SourceRecord(
        offset == null ? null : SourceOffsets.partition(gap.ticker()),
        offset,
        topic,
        null,
        Schema.STRING_SCHEMA,
        gap.ticker(),
        GapSchema.schema(),
        GapSchema.struct(gap),
        TimeUnit.MICROSECONDS.toMillis(stampMicros));
  }
}
