package io.github.kisconnect.record;

import io.github.kisconnect.protocol.FrameOrigin;
import io.github.kisconnect.protocol.RejectedRecord;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Makes the records of the malformed topic. Any thread. They carry no source offset: what could not
 * be read says nothing about how far the feed has come.
 */
public final class MalformedRecordFactory {

  private final String topic;

  /** Makes records for one topic. */
  public MalformedRecordFactory(String topic) {
    this.topic = topic;
  }

  /**
   * The record of what was rejected: stamped with the time of receipt, keyed by ticker where the
   * bytes name one. The key is optional text in either case, so that the topic has one key schema.
   */
  public SourceRecord record(RejectedRecord rejected, FrameOrigin origin) {
    return new SourceRecord(
        null,
        null,
        topic,
        null,
        Schema.OPTIONAL_STRING_SCHEMA,
        rejected.ticker(),
        MalformedSchema.schema(),
        MalformedSchema.struct(rejected, origin),
        TimeUnit.MICROSECONDS.toMillis(origin.receivedAtMicros()));
  }
}
