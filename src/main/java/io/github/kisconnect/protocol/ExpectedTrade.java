package io.github.kisconnect.protocol;

import java.util.List;

/**
 * One decoded H0STANC0 record. Immutable. Numbers are packed as {@code long} (see {@link
 * FieldType}), so that nothing is boxed before Connect needs it.
 */
public final class ExpectedTrade {

  /** What {@link #numberAt} gives where there is no value. */
  public static final long NO_NUMBER = WireNumber.NULL;

  private final String[] texts;
  private final long[] numbers;
  private final List<String> extraFields;

  /**
   * Takes over the arrays, which are indexed by {@link ExpectedTradeField#slot}.
   *
   * @param texts null where there is no value
   * @param numbers {@link #NO_NUMBER} where there is no value
   */
  ExpectedTrade(String[] texts, long[] numbers, List<String> extraFields) {
    this.texts = texts;
    this.numbers = numbers;
    this.extraFields = extraFields;
  }

  /** The short code, MKSC_SHRN_ISCD. */
  public String ticker() {
    return text(ExpectedTradeField.MKSC_SHRN_ISCD);
  }

  public boolean isNull(ExpectedTradeField field) {
    return field.isText() ? texts[field.slot()] == null : numbers[field.slot()] == NO_NUMBER;
  }

  /**
   * Text of a TEXT or CODE field, or null.
   *
   * @throws IllegalArgumentException for a field of another type
   */
  public String text(ExpectedTradeField field) {
    if (!field.isText()) {
      throw new IllegalArgumentException(field + " is a number, not a text.");
    }
    return textAt(field.slot());
  }

  /**
   * Packed value of any other field; 0 where {@link #isNull}.
   *
   * @throws IllegalArgumentException for a TEXT or CODE field
   */
  public long number(ExpectedTradeField field) {
    if (field.isText()) {
      throw new IllegalArgumentException(field + " is a text, not a number.");
    }
    long value = numberAt(field.slot());
    return value == NO_NUMBER ? 0 : value;
  }

  /**
   * The text in a slot of the TEXT and CODE fields, or null. For loops over every field of a
   * record, which look the slots up once.
   */
  public String textAt(int slot) {
    return texts[slot];
  }

  /** The packed value in a slot of the other fields, or {@link #NO_NUMBER}. */
  public long numberAt(int slot) {
    return numbers[slot];
  }

  /** Columns after the named ones, as they came; empty where there are none. */
  public List<String> extraFields() {
    return extraFields;
  }
}
