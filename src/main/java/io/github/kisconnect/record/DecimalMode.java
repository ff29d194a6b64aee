package io.github.kisconnect.record;

/** How two-decimal values appear in the topic. */
public enum DecimalMode {
  /** Connect Decimal of scale 2. */
  PRECISE,
  /** float64. */
  DOUBLE,
  /** Text as {@code -3.14}. */
  STRING
}
