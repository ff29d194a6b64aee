package io.github.kisconnect.bench;

import io.github.kisconnect.protocol.DecodedFrame;
import io.github.kisconnect.protocol.DecodedFrame.IndexedTrade;
import io.github.kisconnect.protocol.Frame;
import io.github.kisconnect.protocol.FrameOrigin;
import io.github.kisconnect.protocol.FrameParser;
import io.github.kisconnect.protocol.RecordDecoder;
import io.github.kisconnect.record.DecimalMode;
import io.github.kisconnect.record.RecordFactory;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.connect.source.SourceRecord;

/** A sample of the feed and the connector's own way through it. For one thread. */
public final class Sample {

  static final String TOPIC = "kis.expected-trades";

  private static final long RECEIVED_AT_MICROS = 1_783_381_859_123_456L;

  private final List<byte[]> frames;
  private final RecordDecoder decoder;
  private final RecordFactory factory;

  Sample(int recordsPerFrame, int width) {
    this(TOPIC, recordsPerFrame, width);
  }

  /**
   * @param topic of the source records
   * @param width fields per record, at least 45
   */
  public Sample(String topic, int recordsPerFrame, int width) {
    factory = new RecordFactory(topic, DecimalMode.PRECISE);
    SampleFeed feed = new SampleFeed();
    frames = feed.frames(recordsPerFrame, width);
    decoder = new RecordDecoder(feed.tickers());
  }

  public List<byte[]> frames() {
    return frames;
  }

  /** Where a frame came from: a value of its own for each, as a session makes it. */
  public static FrameOrigin origin(int frame) {
    return new FrameOrigin("H0STANC0", "s-1a2b3c4d", frame, RECEIVED_AT_MICROS + frame);
  }

  public DecodedFrame decode(byte[] frame) {
    return decoder.decode((Frame.Data) FrameParser.parse(frame, frame.length), null);
  }

  /** Makes the source records of a frame. */
  public void assemble(
      List<IndexedTrade> trades, FrameOrigin origin, Consumer<SourceRecord> records) {
    for (IndexedTrade trade : trades) {
      records.accept(
          factory.record(trade.trade(), origin, trade.index(), origin.receivedAtMicros()));
    }
  }
}
