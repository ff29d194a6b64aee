package io.github.kisconnect.protocol;

import static io.github.kisconnect.protocol.ExpectedTradeField.MKSC_SHRN_ISCD;
import static io.github.kisconnect.protocol.RecordLayout.MAX_WIDTH;
import static io.github.kisconnect.protocol.RecordLayout.MIN_WIDTH;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads one record by the table of fields and checks every value (kis-protocol 4.3, step 6). */
final class RecordReader {

  /** Longest extra column, in bytes; its content is free. */
  static final int MAX_EXTRA_LENGTH = 64;

  private static final int TEXTS = slots(true);
  private static final int NUMBERS = slots(false);

  private final Tickers tickers;

  RecordReader(Tickers tickers) {
    this.tickers = tickers;
  }

  private static int slots(boolean text) {
    int slots = 0;
    for (int i = 0; i < MIN_WIDTH; i++) {
      slots += ExpectedTradeField.at(i).isText() == text ? 1 : 0;
    }
    return slots;
  }

  /** The record of {@code width} fields from {@code first} on, or null where it is none. */
  ExpectedTrade read(PayloadFields fields, int first, int width) {
    if (width < MIN_WIDTH || width > MAX_WIDTH) {
      return null;
    }
    byte[] bytes = fields.bytes();
    String ticker = tickers.find(bytes, fields.start(first), fields.end(first));
    if (ticker == null) {
      return null;
    }
    String[] texts = new String[TEXTS];
    long[] numbers = new long[NUMBERS];
    texts[MKSC_SHRN_ISCD.slot()] = ticker;
    for (int i = 1; i < MIN_WIDTH; i++) {
      ExpectedTradeField field = ExpectedTradeField.at(i);
      int from = fields.start(first + i);
      int to = fields.end(first + i);
      boolean legal =
          field.isText()
              ? readText(field, bytes, from, to, texts)
              : readNumber(field, bytes, from, to, numbers);
      if (!legal) {
        return null;
      }
    }
    List<String> extras = readExtras(fields, first + MIN_WIDTH, first + width);
    return extras == null ? null : new ExpectedTrade(texts, numbers, extras);
  }

  private static boolean readText(
      ExpectedTradeField field, byte[] bytes, int from, int to, String[] texts) {
    if (WireText.isNull(bytes, from, to)) {
      return !field.required();
    }
    if (!field.form().isLegalText(bytes, from, to)) {
      return false;
    }
    texts[field.slot()] = WireText.of(bytes, from, to);
    return true;
  }

  private static boolean readNumber(
      ExpectedTradeField field, byte[] bytes, int from, int to, long[] numbers) {
    if (WireText.isNull(bytes, from, to)) {
      numbers[field.slot()] = WireNumber.NULL;
      return !field.required();
    }
    long value = field.form().parse(bytes, from, to);
    numbers[field.slot()] = value;
    return value != WireNumber.INVALID;
  }

  private static List<String> readExtras(PayloadFields fields, int first, int end) {
    if (first == end) {
      return List.of();
    }
    List<String> extras = new ArrayList<>(end - first);
    for (int i = first; i < end; i++) {
      int from = fields.start(i);
      int to = fields.end(i);
      if (to - from > MAX_EXTRA_LENGTH) {
        return null;
      }
      extras.add(WireText.of(fields.bytes(), from, to));
    }
    return Collections.unmodifiableList(extras);
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
    if (WireText.isNull(bytes, from, to)) {
      return !field.required();
    }
    return field.isText()
        ? field.form().isLegalText(bytes, from, to)
        : field.form().parse(bytes, from, to) != WireNumber.INVALID;
  }

  private static Fault badValue(String name, int place, String quoted, String expected) {
    return new Fault(
        RejectReason.BAD_VALUE,
        String.format("%s (field %d) is %s where %s belongs.", name, place, quoted, expected));
  }

  /** What is wrong with a piece, as a class and as a sentence. */
  record Fault(RejectReason reason, String detail) {}
}
