package io.github.kisconnect.quickstart;

import io.github.kisconnect.quickstart.stack.AvroRecord;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;

/** Records as the topic reader gives them, with the fields that the table shows. */
final class AvroRecords {

  private static final Schema OPTIONAL =
      SchemaBuilder.builder().unionOf().nullType().and().stringType().endUnion();
  private static final Schema SCHEMA =
      SchemaBuilder.record("ExpectedTrade")
          .fields()
          .name("STCK_PRPR")
          .type(OPTIONAL)
          .noDefault()
          .name("PRDY_VRSS")
          .type(OPTIONAL)
          .noDefault()
          .name("PRDY_CTRT")
          .type(OPTIONAL)
          .noDefault()
          .name("ACML_VOL")
          .type(OPTIONAL)
          .noDefault()
          .name("ACML_TR_PBMN")
          .type(OPTIONAL)
          .noDefault()
          .name("STCK_CNTG_HOUR")
          .type(OPTIONAL)
          .noDefault()
          .endRecord();

  private AvroRecords() {}

  static AvroRecord of(String ticker, long receivedAtMicros, GenericRecord value) {
    Map<String, String> headers =
        Map.of(
            "kis.received.at", Long.toString(receivedAtMicros),
            "kis.session", "s1",
            "kis.frame", "7",
            "kis.index", "2");
    return new AvroRecord(0, 0, 0, ticker, value, headers);
  }

  static GenericRecord samsung() {
    GenericRecord value = empty();
    value.put("STCK_PRPR", 71_500L);
    value.put("PRDY_VRSS", -1_200L);
    value.put("PRDY_CTRT", new BigDecimal("-1.65"));
    value.put("ACML_VOL", 313_470L);
    value.put("ACML_TR_PBMN", 22_413_105_000L);
    value.put("STCK_CNTG_HOUR", LocalTime.of(8, 51, 30));
    return value;
  }

  static GenericRecord empty() {
    GenericRecordBuilder builder = new GenericRecordBuilder(SCHEMA);
    SCHEMA.getFields().forEach(field -> builder.set(field, null));
    return builder.build();
  }
}
