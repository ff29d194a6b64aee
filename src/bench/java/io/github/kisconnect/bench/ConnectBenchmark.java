package io.github.kisconnect.bench;

import io.confluent.connect.avro.AvroConverter;
import io.github.kisconnect.protocol.DecodedFrame.IndexedTrade;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** From decoded trades on, with what Connect itself costs; every figure is for one record. */
@State(Scope.Thread)
@OperationsPerInvocation(SampleFeed.RECORDS)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class ConnectBenchmark {

  private final Sample sample = new Sample(1, 46);
  private final List<List<IndexedTrade>> trades = new ArrayList<>();
  private final List<Struct> structs = new ArrayList<>();
  private List<Object[]> values;
  private Schema schema;
  private Field[] slots;
  private String[] names;
  private AvroConverter avro;

  /** Makes trades, structs and values to begin with. */
  @Setup
  public void prepare() {
    sample.frames().forEach(frame -> trades.add(sample.decode(frame).trades()));
    sourceRecords(record -> structs.add((Struct) record.value()));
    schema = structs.get(0).schema();
    // Without names, for which Struct would make up the text of an error at every put.
    slots =
        schema.fields().stream()
            .map(field -> new Field(null, field.index(), field.schema()))
            .toArray(Field[]::new);
    names = schema.fields().stream().map(Field::name).toArray(String[]::new);
    values = structs.stream().map(this::values).toList();
    avro = new AvroConverter();
    avro.configure(Map.of("schema.registry.url", "mock://bench"), false);
  }

  /** Trades to what {@code poll()} returns, as on the task thread. */
  @Benchmark
  public void tradesToSourceRecords(Blackhole blackhole) {
    sourceRecords(blackhole::consume);
  }

  /** What nobody can save who gives Connect a struct: values that are there already, put in. */
  @Benchmark
  public void structOnly(Blackhole blackhole) {
    for (Object[] ready : values) {
      Struct struct = new Struct(schema);
      for (int i = 0; i < ready.length; i++) {
        if (ready[i] != null) {
          struct.put(slots[i], ready[i]);
        }
      }
      blackhole.consume(struct);
    }
  }

  /** The same as Connect's documentation does it, by the names of the fields. */
  @Benchmark
  public void structByName(Blackhole blackhole) {
    for (Object[] ready : values) {
      Struct struct = new Struct(schema);
      for (int i = 0; i < ready.length; i++) {
        if (ready[i] != null) {
          struct.put(names[i], ready[i]);
        }
      }
      blackhole.consume(struct);
    }
  }

  /** What the worker does with the struct next, where it uses Confluent's converter. */
  @Benchmark
  @Warmup(iterations = 20, time = 500, timeUnit = TimeUnit.MILLISECONDS)
  public void structToAvro(Blackhole blackhole) {
    for (Struct struct : structs) {
      blackhole.consume(avro.fromConnectData(Sample.TOPIC, schema, struct));
    }
  }

  private void sourceRecords(Consumer<SourceRecord> records) {
    int number = 0;
    for (List<IndexedTrade> frame : trades) {
      sample.assemble(frame, Sample.origin(++number), records);
    }
  }

  private Object[] values(Struct struct) {
    return schema.fields().stream().map(struct::get).toArray();
  }
}
