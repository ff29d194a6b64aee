package io.github.kisconnect.bench;

import io.github.kisconnect.protocol.DecodedFrame;
import io.github.kisconnect.protocol.DecodedFrame.IndexedTrade;
import io.github.kisconnect.protocol.Frame;
import io.github.kisconnect.protocol.FrameOrigin;
import io.github.kisconnect.protocol.FrameParser;
import io.github.kisconnect.protocol.RecordDecoder;
import io.github.kisconnect.record.DecimalMode;
import io.github.kisconnect.record.RecordFactory;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.source.SourceRecord;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A sample of the feed and the connector's own way through it; one for each thread. */
@State(Scope.Thread)
public class SampleState {

  /** When the sample was received, a moment after its trades. */
  static final FrameOrigin ORIGIN =
      new FrameOrigin("H0STANC0", "s-1a2b3c4d", 4711, 1_783_381_859_123_456L);

  static final String TOPIC = "kis.expected-trades";

  @Param({"1", "2", "20"})
  int recordsPerFrame;

  @Param({"45", "46"})
  int width;

  List<byte[]> frames;
  RecordFactory factory;
  private RecordDecoder decoder;

  /** Makes the sample. */
  @Setup
  public void prepare() {
    SampleFeed feed = new SampleFeed();
    frames = feed.frames(recordsPerFrame, width);
    factory = new RecordFactory(TOPIC, DecimalMode.PRECISE);
    decoder = new RecordDecoder(feed.tickers());
  }

  DecodedFrame decode(byte[] frame) {
    return decoder.decode((Frame.Data) FrameParser.parse(frame, frame.length), null);
  }

  List<IndexedTrade> trades() {
    return frames.stream().flatMap(frame -> decode(frame).trades().stream()).toList();
  }

  List<SourceRecord> records() {
    List<SourceRecord> records = new ArrayList<>();
    for (IndexedTrade trade : trades()) {
      records.add(factory.record(trade.trade(), ORIGIN, trade.index()));
    }
    return records;
  }
}
