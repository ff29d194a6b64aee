package io.github.kisconnect.record;

import io.github.kisconnect.gap.Gap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Makes the records of the gap topic. Any thread. They carry no source offset: a gap is nothing to
 * go on from.
 */
public final class GapRecordFactory {

  private final String topic;

  /** Makes records for one topic. */
  public GapRecordFactory(String topic) {
    this.topic = topic;
  }

  /**
   * The record of a gap: keyed by ticker and stamped with its end (its start where it has no end),
   * so that a consumer who seeks to the start of an interval meets every gap that ended in it.
   */
  public SourceRecord record(Gap gap) {
    long stampMicros = gap.toMicros().orElse(gap.fromMicros());
    return new SourceRecord(
        null,
        null,
        topic,
        null,
        Schema.STRING_SCHEMA,
        gap.ticker(),
        GapSchema.schema(),
        GapSchema.struct(gap),
        TimeUnit.MICROSECONDS.toMillis(stampMicros));
  }
}
