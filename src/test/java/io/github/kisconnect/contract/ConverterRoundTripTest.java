package io.github.kisconnect.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.confluent.connect.avro.AvroData;
import io.github.kisconnect.gap.Gap;
import io.github.kisconnect.gap.GapReason;
import io.github.kisconnect.protocol.DecodedFrame.IndexedTrade;
import io.github.kisconnect.protocol.FrameOrigin;
import io.github.kisconnect.protocol.RejectReason;
import io.github.kisconnect.protocol.RejectedRecord;
import io.github.kisconnect.record.DecimalMode;
import io.github.kisconnect.record.GapRecordFactory;
import io.github.kisconnect.record.MalformedRecordFactory;
import io.github.kisconnect.record.RecordFactory;
import io.github.kisconnect.record.TradeFrames;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of record survives Confluent's Avro and Kafka's JSON, there and back. */
class ConverterRoundTripTest {

  private static final FrameOrigin ORIGIN =
      new FrameOrigin("H0STANC0", "s-1", 7, 1_783_381_890_123_456L);

  @ParameterizedTest
  @MethodSource("records")
  void survivesAvro(SourceRecord record) throws IOException {
    AvroData avroData = new AvroData(10);
    Schema schema = avroData.fromConnectSchema(record.valueSchema());

    GenericRecord read =
        read(schema, write(avroData.fromConnectData(record.valueSchema(), record.value()), schema));

    SchemaAndValue back = avroData.toConnectData(schema, read);
    assertThat(back.schema()).isEqualTo(record.valueSchema());
    assertThat(Structs.fields(back.value())).isEqualTo(Structs.fields(record.value()));
  }

  @ParameterizedTest
  @MethodSource("records")
  void becomesPlainJsonWithDecimalsAsNumbers(SourceRecord record) throws IOException {
    try (JsonConverter converter = new JsonConverter()) {
      converter.configure(Map.of("schemas.enable", "false", "decimal.format", "NUMERIC"), false);

      byte[] json = converter.fromConnectData("trades", record.valueSchema(), record.value());

      JsonNode read =
          JsonMapper.builder()
              .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
              .build()
              .readTree(json);
      assertThat(read.fieldNames())
          .toIterable()
          .containsExactlyElementsOf(
              record.valueSchema().fields().stream().map(Field::name).toList());
      for (Field field : record.valueSchema().fields()) {
        if (((Struct) record.value()).get(field) instanceof BigDecimal decimal) {
          assertThat(read.path(field.name()).decimalValue()).isEqualByComparingTo(decimal);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("records")
  void survivesJson(SourceRecord record) {
    try (JsonConverter converter = new JsonConverter()) {
      converter.configure(Map.of("schemas.enable", "true"), false);

      byte[] json = converter.fromConnectData("trades", record.valueSchema(), record.value());

      SchemaAndValue back = converter.toConnectData("trades", json);
      assertThat(back.schema()).isEqualTo(record.valueSchema());
      assertThat(Structs.fields(back.value())).isEqualTo(Structs.fields(record.value()));
    }
  }

  @Test
  void looksInAvroAsAConsumerExpects() throws IOException {
    SourceRecord record = trade(DecimalMode.PRECISE, TradeFrames.FULL);
    AvroData avroData = new AvroData(10);
    Schema schema = avroData.fromConnectSchema(record.valueSchema());

    GenericRecord read =
        read(schema, write(avroData.fromConnectData(record.valueSchema(), record.value()), schema));

    assertThat(read.get("MKSC_SHRN_ISCD")).hasToString("005930");
    assertThat(read.get("STCK_CNTG_HOUR")).isEqualTo(((15 * 60 + 25) * 60 + 1) * 1000);
    assertThat(read.get("BSOP_DATE")).isEqualTo((int) LocalDate.of(2026, 7, 8).toEpochDay());
    assertThat(read.get("STCK_PRPR")).isEqualTo(70_100L);
    assertThat(read.get("CNTG_VOL")).isEqualTo(-35L);
    assertThat(read.get("PRDY_CTRT"))
        .isEqualTo(ByteBuffer.wrap(BigInteger.valueOf(159).toByteArray()));
    assertThat(read.get("EXTRA_FIELDS")).hasToString("[69000, X]");
  }

  static Stream<SourceRecord> records() {
    Stream<SourceRecord> trades =
        Arrays.stream(DecimalMode.values())
            .flatMap(
                mode ->
                    Stream.of(TradeFrames.OF_2024, TradeFrames.OF_2026, TradeFrames.FULL)
                        .map(frame -> trade(mode, frame)));
    return Stream.concat(trades, Stream.of(gap(), openGap(), malformed(), unreadable()));
  }

  private static SourceRecord trade(DecimalMode mode, String frame) {
    IndexedTrade trade = TradeFrames.trades(frame).get(0);
    return new RecordFactory("trades", mode).record(trade.trade(), ORIGIN, trade.index(), 0);
  }

  private static SourceRecord gap() {
    return new GapRecordFactory("gaps")
        .record(
            new Gap(
                "005930",
                GapReason.OVERFLOW,
                1,
                OptionalLong.of(2),
                OptionalLong.of(3),
                "s-1",
                "The queue was full."),
            null,
            Long.MAX_VALUE);
  }

  private static SourceRecord openGap() {
    return new GapRecordFactory("gaps")
        .record(
            new Gap(
                "005930",
                GapReason.REJECTED,
                1,
                OptionalLong.empty(),
                OptionalLong.empty(),
                "",
                "KIS refused the ticker."),
            null,
            Long.MAX_VALUE);
  }

  private static SourceRecord malformed() {
    return new MalformedRecordFactory("malformed")
        .record(
            new RejectedRecord(
                RejectReason.BAD_VALUE,
                "The time is no time.",
                new byte[] {'^', (byte) 0xa3, (byte) 0xac, 0},
                1,
                "005930"),
            ORIGIN);
  }

  private static SourceRecord unreadable() {
    return new MalformedRecordFactory("malformed")
        .record(
            new RejectedRecord(
                RejectReason.UNREADABLE_FRAME, "It is no frame.", new byte[0], 0, null),
            new FrameOrigin("", "s-1", 8, 1));
  }

  private static byte[] write(Object value, Schema schema) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new GenericDatumWriter<>(schema).write(value, encoder);
    encoder.flush();
    return bytes.toByteArray();
  }

  private static GenericRecord read(Schema schema, byte[] bytes) throws IOException {
    return new GenericDatumReader<GenericRecord>(schema)
        .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
  }
}
