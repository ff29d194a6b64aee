package io.github.kisconnect.protocol;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The fields of one record as text: made from a template, or back from a decoded one. */
record RecordText(List<String> fields) {

  private static final DateTimeFormatter HHMMSS = DateTimeFormatter.ofPattern("HHmmss");

  /** A clean record of 45 fields, of the opening auction. */
  static RecordText of(String ticker) {
    String payload = CapturedFrames.AUCTION_2024.split("\\|", 4)[3];
    return new RecordText(List.of(payload.split("\\^", -1)))
        .with(ExpectedTradeField.MKSC_SHRN_ISCD, ticker);
  }

  /** What a decoded record looked like on the wire; null as empty. */
  static RecordText of(ExpectedTrade trade) {
    List<String> fields = new ArrayList<>();
    for (ExpectedTradeField field : ExpectedTradeField.values()) {
      fields.add(trade.isNull(field) ? "" : wireText(trade, field));
    }
    fields.addAll(trade.extraFields());
    return new RecordText(fields);
  }

  private static String wireText(ExpectedTrade trade, ExpectedTradeField field) {
    return switch (field.type()) {
      case TEXT, CODE -> trade.text(field);
      case KRW, QUANTITY -> Long.toString(trade.number(field));
      case DECIMAL2 -> BigDecimal.valueOf(trade.number(field), 2).toPlainString();
      case TIME -> LocalTime.ofNanoOfDay(trade.number(field) * 1_000_000).format(HHMMSS);
      case DATE ->
          LocalDate.ofEpochDay(trade.number(field)).format(DateTimeFormatter.BASIC_ISO_DATE);
    };
  }

  RecordText with(ExpectedTradeField field, String value) {
    return with(field.place(), value);
  }

  RecordText with(int place, String value) {
    List<String> changed = new ArrayList<>(fields);
    changed.set(place, value);
    return new RecordText(changed);
  }

  RecordText plus(String... extras) {
    List<String> wider = new ArrayList<>(fields);
    wider.addAll(Arrays.asList(extras));
    return new RecordText(wider);
  }

  /** The same record, as wide as asked for. */
  RecordText widened(int width) {
    RecordText wider = this;
    while (wider.fields.size() < width) {
      wider = wider.plus("318000");
    }
    return wider;
  }

  String text() {
    return String.join("^", fields);
  }
}
