package io.github.kisconnect.bench;

import io.github.kisconnect.protocol.DecodedFrame.IndexedTrade;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.infra.Blackhole;

/** From the bytes of a frame on; every figure is for one record. */
@OperationsPerInvocation(SampleFeed.RECORDS)
public class DecodingBenchmark {

  /** Frame to trades, as on the I/O thread. */
  @Benchmark
  public void frameToTrade(SampleState sample, Blackhole blackhole) {
    for (byte[] frame : sample.frames) {
      blackhole.consume(sample.decode(frame));
    }
  }

  /** Frame to what {@code poll()} returns. */
  @Benchmark
  public void frameToSourceRecord(SampleState sample, Blackhole blackhole) {
    for (byte[] frame : sample.frames) {
      for (IndexedTrade trade : sample.decode(frame).trades()) {
        blackhole.consume(
            sample.factory.record(trade.trade(), SampleState.ORIGIN, trade.index()));
      }
    }
  }

  /** The same by splitting a string. */
  @Benchmark
  public void frameToSourceRecordBySplit(
      SampleState sample, SplitState split, Blackhole blackhole) {
    for (byte[] frame : sample.frames) {
      split.decoder.decode(frame, SampleState.ORIGIN, blackhole::consume);
    }
  }

  /** What nobody can save: one look at every byte. */
  @Benchmark
  public void delimitersOnly(SampleState sample, DelimiterState delimiters, Blackhole blackhole) {
    for (byte[] frame : sample.frames) {
      blackhole.consume(delimiters.find(frame));
    }
  }
}
