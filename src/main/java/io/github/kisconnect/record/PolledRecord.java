package io.github.kisconnect.record;

import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.header.Headers;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * A record of the topic of trades that remembers its times until Kafka acknowledges it. Connect
 * hands the very record back, whatever transformations made of it in between.
 */
public final class PolledRecord extends SourceRecord {

  private final long receivedMicros;
  private final long polledMicros;

  PolledRecord(
      Map<String, ?> partition,
      Map<String, ?> offset,
      String topic,
      String ticker,
      Struct trade,
      long timestampMillis,
      Headers headers,
      long receivedMicros,
      long polledMicros) {
    super(
        partition,
        offset,
        topic,
        null,
        Schema.STRING_SCHEMA,
        ticker,
        trade.schema(),
        trade,
        timestampMillis,
        headers);
    this.receivedMicros = receivedMicros;
    this.polledMicros = polledMicros;
  }

  /** When it was received, microseconds since the epoch. */
  public long receivedMicros() {
    return receivedMicros;
  }

  /** When Connect asked for it, microseconds since the epoch. */
  public long polledMicros() {
    return polledMicros;
  }
}
