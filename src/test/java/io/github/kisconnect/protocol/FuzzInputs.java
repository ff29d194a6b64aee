package io.github.kisconnect.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the fuzz tests of the wire have in common. */
final class FuzzInputs {

  /** Far more than any input takes on the slowest machine, and far less than a runaway one. */
  static final int TIMEOUT_SECONDS = 20;

  static final String DICTIONARY = "frames.dict";

  static final List<String> TICKER_LIST = RandomRecords.TICKERS;
  static final Tickers TICKERS = new Tickers(TICKER_LIST);

  private static final int MOST_LINES = 8;

  private FuzzInputs() {}

  /** The input cut at its first line feeds, which no clean frame holds. */
  static List<byte[]> lines(byte[] input) {
    List<byte[]> lines = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < input.length && lines.size() < MOST_LINES - 1; i++) {
      if (input[i] == '\n') {
        lines.add(Arrays.copyOfRange(input, from, i));
        from = i + 1;
      }
    }
    lines.add(Arrays.copyOfRange(input, from, input.length));
    return lines;
  }
}
