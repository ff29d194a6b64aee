package io.github.kisconnect.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** From the bytes of a frame on; every figure is for one record. */
@State(Scope.Thread)
@OperationsPerInvocation(SampleFeed.RECORDS)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class DecodingBenchmark {

  @Param({"1", "2", "20"})
  int recordsPerFrame;

  @Param({"45", "46"})
  int width;

  private Sample sample;
  private SplitDecoder split;
  private int[] places;

  /** Makes the sample. */
  @Setup
  public void prepare() {
    sample = new Sample(recordsPerFrame, width);
    split = new SplitDecoder(Sample.TOPIC);
    places = new int[sample.frames().get(0).length + 1024];
  }

  /** The plain loop that looks at every byte, for where the fields begin. */
  @Benchmark
  public void delimitersOnly(Blackhole blackhole) {
    for (byte[] frame : sample.frames()) {
      int count = 0;
      for (int i = 0; i < frame.length; i++) {
        if (frame[i] == '^') {
          places[count++] = i;
        }
      }
      blackhole.consume(count);
    }
  }

  /** Frame to trades, as on the I/O thread. */
  @Benchmark
  public void frameToTrades(Blackhole blackhole) {
    for (byte[] frame : sample.frames()) {
      blackhole.consume(sample.decode(frame));
    }
  }

  /** Frame to what {@code poll()} returns. */
  @Benchmark
  public void frameToSourceRecords(Blackhole blackhole) {
    int number = 0;
    for (byte[] frame : sample.frames()) {
      sample.assemble(sample.decode(frame).trades(), Sample.origin(++number), blackhole::consume);
    }
  }

  /** The same by splitting a string. */
  @Benchmark
  public void frameToSourceRecordsBySplit(Blackhole blackhole) {
    int number = 0;
    for (byte[] frame : sample.frames()) {
      split.decode(frame, Sample.origin(++number), blackhole::consume);
    }
  }
}
