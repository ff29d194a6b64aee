package io.github.kisconnect.soak;

import io.github.kisconnect.protocol.ExpectedTradeField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.generic.GenericRecord;

/**
 * The columns of a record as text, from the wire and from the topic, so that equal records have
 * equal texts; what is null in the topic is empty. Pure.
 */
public final class Columns {

  private static final List<ExpectedTradeField> TABLE = List.of(ExpectedTradeField.values());
  private static final List<ExpectedTradeField> NOT_YET =
      List.of(
          ExpectedTradeField.OPRC_HOUR, ExpectedTradeField.HGPR_HOUR, ExpectedTradeField.LWPR_HOUR);
  private static final DateTimeFormatter HHMMSS = DateTimeFormatter.ofPattern("HHmmss");

  private Columns() {}

  /** What the simulator sent; the three times that may be "not yet" are empty where they are so. */
  public static List<String> sent(List<String> fields) {
    List<String> columns = new ArrayList<>(fields);
    for (ExpectedTradeField field : NOT_YET) {
      int at = TABLE.indexOf(field);
      if (at < columns.size() && columns.get(at).equals("000000")) {
        columns.set(at, "");
      }
    }
    return columns;
  }

  /** What a consumer read: the 45 fields, then the extra ones. */
  public static List<String> read(GenericRecord value) {
    List<String> columns = new ArrayList<>();
    for (ExpectedTradeField field : TABLE) {
      columns.add(text(field, value.get(field.name())));
    }
    if (value.get("EXTRA_FIELDS") instanceof List<?> extra) {
      extra.forEach(column -> columns.add(column.toString()));
    }
    return columns;
  }

  private static String text(ExpectedTradeField field, Object value) {
    if (value == null) {
      return "";
    }
    return switch (field.type()) {
      case TEXT, CODE, KRW, QUANTITY -> value.toString();
      case TIME -> HHMMSS.format((LocalTime) value);
      case DATE -> DateTimeFormatter.BASIC_ISO_DATE.format((LocalDate) value);
      case DECIMAL2 -> ((BigDecimal) value).toPlainString();
    };
  }
}
