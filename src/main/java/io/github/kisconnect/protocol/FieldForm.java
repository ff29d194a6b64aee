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

  /** The text of {@code bytes[from, to)}, or null where they are no legal text of this form. */
  String text(byte[] bytes, int from, int to) {
    boolean possible =
        switch (this) {
          case TICKER -> Tickers.looksLikeTicker(bytes, from, to);
          case YES_NO -> from < to && (bytes[from] == 'Y' || bytes[from] == 'N');
          default -> true;
        };
    return possible ? WireText.printable(bytes, from, to, maxLength) : null;
  }

  /**
   * The packed value of {@code bytes[from, to)}, which is not null on the wire, or {@link
   * WireNumber#INVALID}, or {@link WireNumber#NULL} for a time that is not yet known.
   */
  long parse(byte[] bytes, int from, int to) {
    return switch (type) {
      case KRW, QUANTITY -> integer(bytes, from, to);
      case DECIMAL2 -> decimal(bytes, from, to);
      case TIME, DATE -> moment(bytes, from, to);
      case TEXT, CODE -> WireNumber.INVALID;
    };
  }

  /** The same, of a form that is KRW or QUANTITY. */
  long integer(byte[] bytes, int from, int to) {
    return WireNumber.integer(bytes, from, to, maxLength, signed);
  }

  /** The same, of a form that is DECIMAL2. */
  long decimal(byte[] bytes, int from, int to) {
    return WireNumber.decimal2(bytes, from, to, maxLength, signed);
  }

  /** The same, of a form that is TIME or DATE. */
  long moment(byte[] bytes, int from, int to) {
    if (type == FieldType.DATE) {
      return WireTime.epochDay(bytes, from, to);
    }
    long millis = WireTime.millisOfDay(bytes, from, to);
    return millis == 0 && this == TIME_IF_ANY ? WireNumber.NULL : millis;
  }
}
