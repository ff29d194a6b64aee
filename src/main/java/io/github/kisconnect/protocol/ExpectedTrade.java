package io.github.kisconnect.protocol;

import java.util.List;

/**
 * One decoded H0STANC0 record. Immutable. Numbers are packed as {@code long} (see {@link
 * FieldType}), so that nothing is boxed before Connect needs it.
 */
public final class ExpectedTrade {

  ExpectedTrade() {}

  /** The short code, MKSC_SHRN_ISCD. */
  public String ticker() {
    throw new UnsupportedOperationException();
  }

  public boolean isNull(ExpectedTradeField field) {
    throw new UnsupportedOperationException();
  }

  /** Text of a TEXT or CODE field, or null. */
  public String text(ExpectedTradeField field) {
    throw new UnsupportedOperationException();
  }

  /** Packed value of any other field; 0 where {@link #isNull}. */
  public long number(ExpectedTradeField field) {
    throw new UnsupportedOperationException();
  }

  /** Columns after the named ones, as they came; empty where there are none. */
  public List<String> extraFields() {
    throw new UnsupportedOperationException();
  }
}
