package io.github.kisconnect.protocol;

import java.util.Collection;

/**
 * The tickers of one session, found by the bytes of the wire without making a string. Immutable.
 */
public final class Tickers {

  public Tickers(Collection<String> tickers) {
    throw new UnsupportedOperationException();
  }

  /** The ticker spelt by {@code bytes[from, to)}, or null where it is none of ours. */
  public String find(byte[] bytes, int from, int to) {
    throw new UnsupportedOperationException();
  }
}
