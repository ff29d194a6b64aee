package io.github.kisconnect.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Collection;

/**
 * The tickers of one session, found by the bytes of the wire without making a string. Immutable.
 */
public final class Tickers {

  private static final int MIN_LENGTH = 6;
  private static final int MAX_LENGTH = 9;
  private static final long NOT_A_TICKER = -1;

  /** Spreads neighbouring spellings over the table: 2 to the 64th by the golden ratio. */
  private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

  private final int shift;
  private final long[] keys;
  private final String[] names;

  /**
   * Takes the tickers; a repeated one counts once.
   *
   * @throws IllegalArgumentException where one is not 6 to 9 characters {@code [0-9A-Z]}
   */
  public Tickers(Collection<String> tickers) {
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(4 * tickers.size() + 1);
    this.shift = Long.SIZE - bits;
    this.keys = new long[1 << bits];
    this.names = new String[1 << bits];
    for (String ticker : tickers) {
      byte[] bytes = ticker.getBytes(StandardCharsets.UTF_8);
      long key = pack(bytes, 0, bytes.length);
      if (key == NOT_A_TICKER) {
        throw new IllegalArgumentException(
            "Ticker " + ticker + " is not 6 to 9 characters [0-9A-Z].");
      }
      int place = placeOf(key);
      keys[place] = key;
      names[place] = ticker;
    }
  }

  /** The ticker spelt by {@code bytes[from, to)}, or null where it is none of ours. */
  public String find(byte[] bytes, int from, int to) {
    long key = pack(bytes, from, to);
    return key == NOT_A_TICKER ? null : names[placeOf(key)];
  }

  /** The place of a key in the table, or the free one where it would be. */
  private int placeOf(long key) {
    int place = (int) ((key * SPREAD) >>> shift);
    while (names[place] != null && keys[place] != key) {
      place = (place + 1) & (names.length - 1);
    }
    return place;
  }

  /** Whether the bytes could be a ticker, ours or not. */
  static boolean looksLikeTicker(byte[] bytes, int from, int to) {
    return pack(bytes, from, to) != NOT_A_TICKER;
  }

  /** One number for each spelling: digits to base 37, where zero stands for no character. */
  private static long pack(byte[] bytes, int from, int to) {
    if (to - from < MIN_LENGTH || to - from > MAX_LENGTH) {
      return NOT_A_TICKER;
    }
    long key = 0;
    for (int i = from; i < to; i++) {
      int value = bytes[i];
      if (value >= '0' && value <= '9') {
        key = key * 37 + (value - '0' + 1);
      } else if (value >= 'A' && value <= 'Z') {
        key = key * 37 + (value - 'A' + 11);
      } else {
        return NOT_A_TICKER;
      }
    }
    return key;
  }
}
