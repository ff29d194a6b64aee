package io.github.kisconnect.protocol;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes legal records of random content, spelt as KIS would spell them. */
final class RandomRecords {

  static final List<String> TICKERS = List.of("005930", "000660", "0193T0", "Q500001");

  private static final DateTimeFormatter HHMMSS = DateTimeFormatter.ofPattern("HHmmss");

  private final Random random;

  RandomRecords(Random random) {
    this.random = random;
  }

  List<RecordText> next(int count, int width) {
    List<RecordText> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      records.add(next(width));
    }
    return records;
  }

  private RecordText next(int width) {
    List<String> fields = new ArrayList<>();
    for (ExpectedTradeField field : ExpectedTradeField.values()) {
      boolean empty = !field.required() && random.nextInt(10) == 0;
      fields.add(empty ? "" : value(field.form()));
    }
    while (fields.size() < width) {
      fields.add(text(RecordReader.MAX_EXTRA_LENGTH, ' ', 0xFF));
    }
    return new RecordText(fields);
  }

  private String value(FieldForm form) {
    return switch (form) {
      case TICKER -> TICKERS.get(random.nextInt(TICKERS.size()));
      case CODE -> text(4, '!', '~');
      case YES_NO -> random.nextBoolean() ? "Y" : "N";
      case TIME -> time(0);
      case TIME_IF_ANY -> time(1);
      case DATE ->
          LocalDate.of(2000, 1, 1)
              .plusDays(random.nextInt(36_525))
              .format(DateTimeFormatter.BASIC_ISO_DATE);
      case PRICE -> Long.toString(digits(9));
      case PRICE_CHANGE -> Long.toString(signed(9));
      case AMOUNT -> Long.toString(digits(16));
      case QUANTITY -> Long.toString(digits(12));
      case SIGNED_QUANTITY -> Long.toString(signed(12));
      case DECIMAL -> BigDecimal.valueOf(digits(14), 2).toPlainString();
      case SIGNED_DECIMAL -> BigDecimal.valueOf(signed(14), 2).toPlainString();
    };
  }

  private String time(int firstSecond) {
    int second = firstSecond + random.nextInt(86_400 - firstSecond);
    return LocalTime.ofSecondOfDay(second).format(HHMMSS);
  }

  /** A number of at most so many digits; short ones are as likely as long ones. */
  private long digits(int max) {
    long bound = (long) Math.pow(10, 1 + random.nextInt(max));
    return Math.floorMod(random.nextLong(), bound);
  }

  private long signed(int max) {
    return random.nextBoolean() ? digits(max) : -digits(max);
  }

  private String text(int maxLength, int from, int to) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(maxLength + 1);
    while (text.length() < length) {
      char next = (char) (from + random.nextInt(to - from + 1));
      if (next != '^') {
        text.append(next);
      }
    }
    return text.toString();
  }
}
