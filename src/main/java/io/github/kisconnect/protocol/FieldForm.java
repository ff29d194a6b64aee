package io.github.kisconnect.protocol;

/**
 * What the text of a field may look like. The bounds are far beyond anything that a market
 * produces; what breaks them is a corrupt record.
 */
enum FieldForm {
  TICKER(FieldType.TEXT, 9, false, "a short code of 6 to 9 characters [0-9A-Z]"),
  CODE(FieldType.CODE, 4, false, "a code of at most 4 printable characters"),
  YES_NO(FieldType.CODE, 1, false, "Y or N"),
  TIME(FieldType.TIME, 6, false, "a time HHMMSS"),
  /** A time that {@code 000000} marks as not yet known. */
  TIME_IF_ANY(FieldType.TIME, 6, false, "a time HHMMSS"),
  DATE(FieldType.DATE, 8, false, "a date YYYYMMDD"),
  PRICE(FieldType.KRW, 9, false, "a number of at most 9 digits"),
  PRICE_CHANGE(FieldType.KRW, 9, true, "a signed number of at most 9 digits"),
  AMOUNT(FieldType.KRW, 16, false, "a number of at most 16 digits"),
  QUANTITY(FieldType.QUANTITY, 12, false, "a number of at most 12 digits"),
  SIGNED_QUANTITY(FieldType.QUANTITY, 12, true, "a signed number of at most 12 digits"),
  DECIMAL(FieldType.DECIMAL2, 12, false, "a number with at most 2 decimals"),
  SIGNED_DECIMAL(FieldType.DECIMAL2, 12, true, "a signed number with at most 2 decimals");

  private final FieldType type;
  private final int maxLength;
  private final boolean signed;
  private final String description;

  FieldForm(FieldType type, int maxLength, boolean signed, String description) {
    this.type = type;
    this.maxLength = maxLength;
    this.signed = signed;
    this.description = description;
  }

  FieldType type() {
    return type;
  }

  boolean isText() {
    return type == FieldType.TEXT || type == FieldType.CODE;
  }

  /** What belongs in such a field, to be read after "where". */
  String description() {
    return description;
  }

  /** Whether {@code bytes[from, to)}, which is not null on the wire, is a legal text. */
  boolean isLegalText(byte[] bytes, int from, int to) {
    return switch (this) {
      case TICKER -> Tickers.looksLikeTicker(bytes, from, to);
      case YES_NO -> to - from == 1 && (bytes[from] == 'Y' || bytes[from] == 'N');
      default -> WireText.isPrintable(bytes, from, to, maxLength);
    };
  }

  /**
   * The packed value of {@code bytes[from, to)}, which is not null on the wire, or {@link
   * WireNumber#INVALID}, or {@link WireNumber#NULL} for a time that is not yet known.
   */
  long parse(byte[] bytes, int from, int to) {
    return switch (type) {
      case KRW, QUANTITY -> WireNumber.integer(bytes, from, to, maxLength, signed);
      case DECIMAL2 -> WireNumber.decimal2(bytes, from, to, maxLength, signed);
      case TIME -> {
        long millis = WireTime.millisOfDay(bytes, from, to);
        yield millis == 0 && this == TIME_IF_ANY ? WireNumber.NULL : millis;
      }
      case DATE -> WireTime.epochDay(bytes, from, to);
      case TEXT, CODE -> WireNumber.INVALID;
    };
  }
}
