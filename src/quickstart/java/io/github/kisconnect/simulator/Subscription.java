package io.github.kisconnect.simulator;

/** One registration of a session; all of them together count towards its limit. */
record Subscription(String trId, String trKey) {

  static final String EXPECTED_TRADE = "H0STANC0";

  /** Whether the simulator has data for it. */
  boolean isExpectedTrade() {
    return trId.equals(EXPECTED_TRADE);
  }
}
