package io.github.kisconnect.protocol;

/** How the text of a field is read; every field on the wire is text. */
public enum FieldType {
  /** Free text, kept as it came. */
  TEXT,
  /** An open set of codes, kept as it came. */
  CODE,
  /** HHMMSS in Korean time, read as milliseconds since midnight. */
  TIME,
  /** YYYYMMDD in Korean time, read as days since 1970-01-01. */
  DATE,
  /** Whole won, read as int64. */
  KRW,
  /** A count or number of shares, read as int64. */
  QUANTITY,
  /** A percentage or average, read as an unscaled int64 with two decimals. */
  DECIMAL2
}
