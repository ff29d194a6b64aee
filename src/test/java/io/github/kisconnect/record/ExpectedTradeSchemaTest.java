package io.github.kisconnect.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.protocol.DecodedFrame.IndexedTrade;
import io.github.kisconnect.protocol.ExpectedTradeField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The value schema against the table of fields, and its values against the wire. */
class ExpectedTradeSchemaTest {

  private final ExpectedTradeSchema precise = new ExpectedTradeSchema(DecimalMode.PRECISE);

  @ParameterizedTest
  @EnumSource
  void hasTheFieldsOfTheTableInItsOrderAndOneForTheRest(DecimalMode mode) {
    Schema schema = new ExpectedTradeSchema(mode).schema();

    List<String> names = new ArrayList<>();
    for (ExpectedTradeField field : ExpectedTradeField.values()) {
      names.add(field.name());
    }
    names.add("EXTRA_FIELDS");
    assertThat(schema.name()).isEqualTo("io.github.kisconnect.ExpectedTrade");
    assertThat(schema.version()).isEqualTo(1);
    assertThat(schema.doc()).contains("H0STANC0");
    assertThat(schema.fields()).hasSize(46).extracting(Field::name).isEqualTo(names);
  }

  @Test
  void requiresTheIdentityOfARecordAndNothingElse() {
    assertThat(precise.schema().fields().stream().filter(field -> !field.schema().isOptional()))
        .extracting(Field::name)
        .containsExactly("MKSC_SHRN_ISCD", "STCK_CNTG_HOUR", "BSOP_DATE");
  }

  @Test
  void documentsEveryFieldInKoreanAndEnglishWithItsUnit() {
    for (ExpectedTradeField field : ExpectedTradeField.values()) {
      assertThat(precise.schema().field(field.name()).schema().doc())
          .startsWith(field.koreanName())
          .contains(field.unit())
          .endsWith(field.meaning());
    }
    assertThat(precise.schema().field("EXTRA_FIELDS").schema().doc()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "MKSC_SHRN_ISCD, STRING,",
    "PRDY_VRSS_SIGN, STRING,",
    "STCK_PRPR, INT64,",
    "ACML_VOL, INT64,",
    "PRDY_CTRT, BYTES, org.apache.kafka.connect.data.Decimal",
    "STCK_CNTG_HOUR, INT32, org.apache.kafka.connect.data.Time",
    "BSOP_DATE, INT32, org.apache.kafka.connect.data.Date",
    "EXTRA_FIELDS, ARRAY,"
  })
  void typesAFieldByTheTable(String name, Schema.Type type, String logicalType) {
    Schema schema = precise.schema().field(name).schema();

    assertThat(schema.type()).isEqualTo(type);
    assertThat(schema.name()).isEqualTo(logicalType);
  }

  @Test
  void statesScaleAndPrecisionOfDecimals() {
    assertThat(precise.schema().field("PRDY_CTRT").schema().parameters())
        .isEqualTo(Map.of(Decimal.SCALE_FIELD, "2", "connect.decimal.precision", "18"));
  }

  @ParameterizedTest
  @CsvSource({
    "-314, -3.14",
    "0, 0.00",
    "5, 0.05",
    "-5, -0.05",
    "10437, 104.37",
    "7777777, 77777.77"
  })
  void writesDecimalsInEveryMode(long hundredths, String text) {
    assertThat(DecimalMode.PRECISE.value(hundredths)).isEqualTo(new BigDecimal(text));
    assertThat(DecimalMode.DOUBLE.value(hundredths)).isEqualTo(Double.parseDouble(text));
    assertThat(DecimalMode.STRING.value(hundredths)).isEqualTo(text);
  }

  @ParameterizedTest
  @EnumSource
  void writesDecimalsAsItsSchemaSays(DecimalMode mode) {
    Struct struct = struct(new ExpectedTradeSchema(mode), TradeFrames.FULL, 0);

    struct.validate();
    assertThat(struct.get("CTTR")).isEqualTo(mode.value(10437));
  }

  @ParameterizedTest
  @ValueSource(strings = {TradeFrames.OF_2024, TradeFrames.OF_2026, TradeFrames.FULL})
  void saysWhatTheWireSaid(String frame) {
    Struct struct = struct(precise, frame, 0);
    String[] wire = TradeFrames.wire(frame);

    struct.validate();
    int place = 0;
    for (ExpectedTradeField field : ExpectedTradeField.values()) {
      assertThat(asOnTheWire(struct, field.name()))
          .as(field.name())
          .isEqualTo(nullWhereNotYet(field, wire[place++]));
    }
  }

  @Test
  void keepsAppendedColumnsAndIsNullWithoutThem() {
    assertThat(struct(precise, TradeFrames.FULL, 0).getArray("EXTRA_FIELDS"))
        .containsExactly("69000", "X");
    assertThat(struct(precise, TradeFrames.OF_2026, 1).getArray("EXTRA_FIELDS"))
        .containsExactly("318000");
    assertThat(struct(precise, TradeFrames.OF_2024, 0).get("EXTRA_FIELDS")).isNull();
  }

  private static Struct struct(ExpectedTradeSchema schema, String frame, int index) {
    IndexedTrade trade = TradeFrames.trades(frame).get(index);
    return schema.struct(trade.trade());
  }

  private static String nullWhereNotYet(ExpectedTradeField field, String text) {
    boolean notYet =
        switch (field) {
          case OPRC_HOUR, HGPR_HOUR, LWPR_HOUR -> text.equals("000000");
          default -> text.isEmpty();
        };
    return notYet ? null : text;
  }

  private static String asOnTheWire(Struct struct, String name) {
    Schema schema = struct.schema().field(name).schema();
    Object value = struct.get(name);
    if (value == null) {
      return null;
    }
    if (Time.LOGICAL_NAME.equals(schema.name())) {
      return LocalTime.MIDNIGHT
          .plus(Time.fromLogical(schema, (java.util.Date) value), ChronoUnit.MILLIS)
          .format(DateTimeFormatter.ofPattern("HHmmss"));
    }
    if (Date.LOGICAL_NAME.equals(schema.name())) {
      return LocalDate.ofEpochDay(Date.fromLogical(schema, (java.util.Date) value))
          .format(DateTimeFormatter.BASIC_ISO_DATE);
    }
    return value.toString();
  }
}
