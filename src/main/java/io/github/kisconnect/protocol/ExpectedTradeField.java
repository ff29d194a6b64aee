package io.github.kisconnect.protocol;

/** The table of the fields of one H0STANC0 record, in the order of the wire. */
public enum ExpectedTradeField {
  MKSC_SHRN_ISCD;

  /** Number of named fields: the least width of a record. */
  public static int count() {
    throw new UnsupportedOperationException();
  }

  public FieldType type() {
    throw new UnsupportedOperationException();
  }

  /** Whether a record without this field is no record. */
  public boolean required() {
    throw new UnsupportedOperationException();
  }

  /** Korean name, as on the API page. */
  public String koreanName() {
    throw new UnsupportedOperationException();
  }

  /** English meaning in this TR. */
  public String meaning() {
    throw new UnsupportedOperationException();
  }

  /** Unit of the value, for example {@code KRW}, {@code shares}, {@code %}. */
  public String unit() {
    throw new UnsupportedOperationException();
  }
}
