package io.github.kisconnect.protocol;

/** The {@code custtype} of a subscribe request: personal or corporate account. */
public enum CustomerType {
  P,
  B
}
