package io.github.kisconnect.simulator;

import io.github.kisconnect.protocol.ExpectedTradeField;
import io.github.kisconnect.simulator.market.MarketRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A data frame made in advance, in which every record has one column more than the named ones, to
 * be filled with the time it is sent. Immutable.
 */
final class FrameTemplate {

  private static final String EMPTY_STAMP = "0000000000000000";
  private static final int WIDTH = ExpectedTradeField.values().length;

  private final byte[] bytes;
  private final int[] stamps;

  private FrameTemplate(byte[] bytes, int[] stamps) {
    this.bytes = bytes;
    this.stamps = stamps;
  }

  static FrameTemplate of(List<MarketRecord> records) {
    StringBuilder text =
        new StringBuilder("0|%s|%03d|".formatted(Subscription.EXPECTED_TRADE, records.size()));
    List<Integer> stamps = new ArrayList<>();
    for (MarketRecord each : records) {
      text.append(stamps.isEmpty() ? "" : "^");
      text.append(String.join("^", each.fields().subList(0, WIDTH))).append('^');
      stamps.add(text.length());
      text.append(EMPTY_STAMP);
    }
    return new FrameTemplate(
        text.toString().getBytes(StandardCharsets.ISO_8859_1),
        stamps.stream().mapToInt(Integer::intValue).toArray());
  }

  int records() {
    return stamps.length;
  }

  /**
   * The frame with a stamp in each record: the first as given, each next one greater by one, so
   * that a stamp tells a record from all others.
   *
   * @param micros microseconds since the epoch
   */
  byte[] stamped(long micros) {
    byte[] frame = bytes.clone();
    for (int i = 0; i < stamps.length; i++) {
      write(micros + i, frame, stamps[i]);
    }
    return frame;
  }

  private static void write(long number, byte[] into, int at) {
    long rest = number;
    for (int i = at + EMPTY_STAMP.length() - 1; i >= at; i--) {
      into[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }
}
