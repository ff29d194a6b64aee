package io.github.kisconnect.protocol;

import static io.github.kisconnect.protocol.ExpectedTradeField.MKSC_SHRN_ISCD;
import static io.github.kisconnect.protocol.RecordLayout.MAX_WIDTH;
import static io.github.kisconnect.protocol.RecordLayout.MIN_WIDTH;

import java.util.Arrays;
import java.util.List;

/** Reads one record by the table of fields and checks every value (kis-protocol 4.3, step 6). */
final class RecordReader {

  /** Longest extra column, in bytes; its content is free. */
  static final int MAX_EXTRA_LENGTH = 64;

  private static final Column[] TEXTS = columns(FieldType.TEXT, FieldType.CODE);
  private static final Column[] INTEGERS = columns(FieldType.KRW, FieldType.QUANTITY);
  private static final Column[] DECIMALS = columns(FieldType.DECIMAL2);
  private static final Column[] MOMENTS = columns(FieldType.TIME, FieldType.DATE);

  private final Tickers tickers;

  RecordReader(Tickers tickers) {
    this.tickers = tickers;
  }

  /** The record of {@code width} fields from {@code first} on, or null where it is none. */
  ExpectedTrade read(PayloadFields fields, int first, int width) {
    if (width < MIN_WIDTH || width > MAX_WIDTH) {
      return null;
    }
    String ticker = tickers.find(fields.bytes(), fields.start(first), fields.end(first));
    if (ticker == null) {
      return null;
    }
    String[] texts = new String[ExpectedTradeField.texts().size()];
    texts[MKSC_SHRN_ISCD.slot()] = ticker;
    long[] numbers = new long[ExpectedTradeField.numbers().size()];
    if (!readNumbers(fields, first, numbers) || !readTexts(fields, first, texts)) {
      return null;
    }
    List<String> extras = readExtras(fields, first + MIN_WIDTH, first + width);
    return extras == null ? null : new ExpectedTrade(texts, numbers, extras);
  }

  /** All but the ticker, which is known by then. */
  private static Column[] columns(FieldType... types) {
    return Arrays.stream(ExpectedTradeField.values())
        .filter(field -> field != MKSC_SHRN_ISCD && List.of(types).contains(field.type()))
        .map(field -> new Column(field.place(), field.slot(), field.form(), field.required()))
        .toArray(Column[]::new);
  }

  /** Kind by kind, so that the processor need not guess for every field what comes next. */
  private static boolean readNumbers(PayloadFields fields, int first, long[] numbers) {
    return readNumbers(INTEGERS, FieldForm::integer, fields, first, numbers)
        && readNumbers(DECIMALS, FieldForm::decimal, fields, first, numbers)
        && readNumbers(MOMENTS, FieldForm::moment, fields, first, numbers);
  }

  private static boolean readNumbers(
      Column[] columns, Parser parser, PayloadFields fields, int first, long[] numbers) {
    byte[] bytes = fields.bytes();
    for (Column column : columns) {
      int from = fields.start(first + column.place);
      int to = fields.end(first + column.place);
      long value = parser.parse(column.form, bytes, from, to);
      if (value == WireNumber.INVALID) {
        if (!column.isNull(bytes, from, to)) {
          return false;
        }
        value = WireNumber.NULL;
      }
      numbers[column.slot] = value;
    }
    return true;
  }

  private static boolean readTexts(PayloadFields fields, int first, String[] texts) {
    byte[] bytes = fields.bytes();
    for (Column column : TEXTS) {
      int from = fields.start(first + column.place);
      int to = fields.end(first + column.place);
      String text = column.form.text(bytes, from, to);
      if (text == null && !column.isNull(bytes, from, to)) {
        return false;
      }
      texts[column.slot] = text;
    }
    return true;
  }

  private static List<String> readExtras(PayloadFields fields, int first, int end) {
    if (first == end) {
      return List.of();
    }
    String[] extras = new String[end - first];
    for (int i = 0; i < extras.length; i++) {
      int from = fields.start(first + i);
      int to = fields.end(first + i);
      if (to - from > MAX_EXTRA_LENGTH) {
        return null;
      }
      extras[i] = WireText.of(fields.bytes(), from, to);
    }
    return List.of(extras);
  }

  /** Why {@link #read} gives null for these fields. */
  Fault diagnose(PayloadFields fields, int first, int width) {
    byte[] bytes = fields.bytes();
    if (width < MIN_WIDTH || width > MAX_WIDTH) {
      String start = WireText.quote(bytes, fields.start(first), fields.end(first));
      return new Fault(
          RejectReason.WRONG_WIDTH,
          String.format(
              "The number of fields is %d where %d to %d belong; the first is %s.",
              width, MIN_WIDTH, MAX_WIDTH, start));
    }
    for (int i = 0; i < width; i++) {
      int from = fields.start(first + i);
      int to = fields.end(first + i);
      if (i >= MIN_WIDTH) {
        if (to - from > MAX_EXTRA_LENGTH) {
          return badValue(
              "Extra field",
              i,
              WireText.quote(bytes, from, to),
              "at most " + MAX_EXTRA_LENGTH + " bytes");
        }
      } else if (!isLegal(ExpectedTradeField.at(i), bytes, from, to)) {
        ExpectedTradeField field = ExpectedTradeField.at(i);
        String quoted = WireText.quote(bytes, from, to);
        return badValue(field.name(), i, quoted, field.form().description());
      }
    }
    String ticker = WireText.quote(bytes, fields.start(first), fields.end(first));
    return new Fault(
        RejectReason.UNKNOWN_TICKER, "Ticker " + ticker + " is none that this session asks for.");
  }

  private static boolean isLegal(ExpectedTradeField field, byte[] bytes, int from, int to) {
    boolean legal =
        field.isText()
            ? field.form().text(bytes, from, to) != null
            : field.form().parse(bytes, from, to) != WireNumber.INVALID;
    return legal || (!field.required() && WireText.isNull(bytes, from, to));
  }

  private static Fault badValue(String name, int place, String quoted, String expected) {
    return new Fault(
        RejectReason.BAD_VALUE,
        String.format("%s (field %d) is %s where %s belongs.", name, place, quoted, expected));
  }

  /** What is wrong with a piece, as a class and as a sentence. */
  record Fault(RejectReason reason, String detail) {}

  /** A way to read a number of one kind. */
  private interface Parser {
    long parse(FieldForm form, byte[] bytes, int from, int to);
  }

  /** What is needed of a field for every record, looked up once. */
  private record Column(int place, int slot, FieldForm form, boolean required) {

    boolean isNull(byte[] bytes, int from, int to) {
      return !required && WireText.isNull(bytes, from, to);
    }
  }
}
