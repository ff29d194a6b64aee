package io.github.kisconnect.bench;

import io.confluent.connect.avro.AvroConverter;
import io.github.kisconnect.protocol.DecodedFrame.IndexedTrade;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** From a decoded trade on, with what Connect itself costs; every figure is for one record. */
@OperationsPerInvocation(SampleFeed.RECORDS)
@State(Scope.Thread)
public class ConnectBenchmark {

  private List<IndexedTrade> trades;
  private List<SourceRecord> records;
  private List<Object[]> values;
  private List<Field> slots;
  private Schema schema;
  private AvroConverter avro;

  /** Makes trades, records and values to begin with. */
  @Setup
  public void prepare(SampleState sample) {
    trades = sample.trades();
    records = sample.records();
    schema = records.get(0).valueSchema();
    slots =
        schema.fields().stream().map(field -> new Field(null, field.index(), field.schema())).toList();
    values = records.stream().map(record -> values((Struct) record.value())).toList();
    avro = new AvroConverter();
    avro.configure(Map.of("schema.registry.url", "mock://bench"), false);
  }

  private Object[] values(Struct struct) {
    return slots.stream().map(struct::get).toArray();
  }

  /** Trade to what {@code poll()} returns, as on the task thread. */
  @Benchmark
  public void tradeToSourceRecord(SampleState sample, Blackhole blackhole) {
    for (IndexedTrade trade : trades) {
      blackhole.consume(sample.factory.record(trade.trade(), SampleState.ORIGIN, trade.index()));
    }
  }

  /** What nobody can save who gives Connect a struct: values that are there already, put in. */
  @Benchmark
  public void structOnly(Blackhole blackhole) {
    for (Object[] ready : values) {
      Struct struct = new Struct(schema);
      for (int i = 0; i < ready.length; i++) {
        if (ready[i] != null) {
          struct.put(slots.get(i), ready[i]);
        }
      }
      blackhole.consume(struct);
    }
  }

  /** What the worker does with the record next, with Confluent's converter. */
  @Benchmark
  public void structToAvro(Blackhole blackhole) {
    for (SourceRecord record : records) {
      blackhole.consume(avro.fromConnectData(record.topic(), record.valueSchema(), record.value()));
    }
  }
}
