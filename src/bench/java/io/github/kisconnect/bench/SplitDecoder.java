package io.github.kisconnect.bench;

import io.github.kisconnect.protocol.FrameOrigin;
import io.github.kisconnect.record.DecimalMode;
import io.github.kisconnect.record.ExpectedTradeSchema;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.header.Headers;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * The yardstick: what one writes who splits a string and puts each field by its name, to get equal
 * records out of sound frames. It checks nothing and looks for no damage.
 */
final class SplitDecoder {

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
  private static final String NOT_YET = "000000";
  private static final int BSOP_DATE = 33;

  private final String topic;
  private final Schema schema = new ExpectedTradeSchema(DecimalMode.PRECISE).schema();
  private final int named = schema.fields().size() - 1;

  SplitDecoder(String topic) {
    this.topic = topic;
  }

  void decode(byte[] frame, FrameOrigin origin, Consumer<SourceRecord> records) {
    String[] parts = new String(frame, StandardCharsets.UTF_8).split("\\|", -1);
    int count = Integer.parseInt(parts[2]);
    String[] fields = parts[3].split("\\^", -1);
    int width = fields.length / count;
    for (int i = 0; i < count; i++) {
      records.accept(record(Arrays.asList(fields).subList(i * width, (i + 1) * width), origin, i));
    }
  }

  private SourceRecord record(List<String> fields, FrameOrigin origin, int index) {
    Struct struct = new Struct(schema);
    for (Field field : schema.fields().subList(0, named)) {
      struct.put(field.name(), value(field.schema(), fields.get(field.index())));
    }
    if (fields.size() > named) {
      struct.put(
          ExpectedTradeSchema.EXTRA_FIELDS, List.copyOf(fields.subList(named, fields.size())));
    }
    String ticker = fields.get(0);
    String time = fields.get(1);
    String date = fields.get(BSOP_DATE);
    return new SourceRecord(
        Map.of("tr_id", origin.trId(), "tr_key", ticker),
        Map.of(
            "business_date",
            date,
            "time",
            time,
            "received_at",
            origin.receivedAtMicros(),
            "session",
            origin.session()),
        topic,
        null,
        Schema.STRING_SCHEMA,
        ticker,
        schema,
        struct,
        LocalDate.parse(date, DATE)
            .atTime(LocalTime.parse(time, TIME))
            .atZone(SEOUL)
            .toInstant()
            .toEpochMilli(),
        headers(origin, index));
  }

  private static Object value(Schema schema, String text) {
    if (text.isEmpty() || (schema.isOptional() && isTime(schema) && text.equals(NOT_YET))) {
      return null;
    }
    if (isTime(schema)) {
      return Time.toLogical(schema, LocalTime.parse(text, TIME).toSecondOfDay() * 1000);
    }
    if (org.apache.kafka.connect.data.Date.LOGICAL_NAME.equals(schema.name())) {
      return Date.from(LocalDate.parse(text, DATE).atStartOfDay().toInstant(ZoneOffset.UTC));
    }
    if (Decimal.LOGICAL_NAME.equals(schema.name())) {
      return new BigDecimal(text).setScale(2);
    }
    return schema.type() == Schema.Type.INT64 ? (Object) Long.parseLong(text) : text;
  }

  private static boolean isTime(Schema schema) {
    return Time.LOGICAL_NAME.equals(schema.name());
  }

  private static Headers headers(FrameOrigin origin, int index) {
    return new ConnectHeaders()
        .addString("kis.tr.id", origin.trId())
        .addLong("kis.received.at", origin.receivedAtMicros())
        .addString("kis.session", origin.session())
        .addLong("kis.frame", origin.frame())
        .addInt("kis.index", index);
  }
}
