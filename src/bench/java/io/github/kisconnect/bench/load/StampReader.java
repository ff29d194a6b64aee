package io.github.kisconnect.bench.load;

import java.util.function.LongConsumer;

/**
 * Finds in the value of a record when it was sent, without decoding the rest. Stateless.
 *
 * <p>In the Avro value the stamp is the only element of the last field: sixteen digits, then the
 * zero that ends the array. In the text of a frame it is the 46th column of each record.
 */
final class StampReader {

  private static final int DIGITS = 16;
  private static final int AVRO_MAGIC = 0;
  private static final int NAMED_COLUMNS = 45;
  private static final int HEAD_BARS = 3;

  private StampReader() {}

  /**
   * Gives every stamp of the value, in its order, in microseconds since the epoch.
   *
   * @throws NumberFormatException if there is something else in a stamp's place
   */
  static void read(byte[] value, LongConsumer stamps) {
    if (value[0] == AVRO_MAGIC) {
      stamps.accept(number(value, value.length - DIGITS - 1));
    } else {
      readText(value, stamps);
    }
  }

  private static void readText(byte[] frame, LongConsumer stamps) {
    int bars = 0;
    int carets = 0;
    for (int i = 0; i < frame.length; i++) {
      if (bars < HEAD_BARS) {
        bars += frame[i] == '|' ? 1 : 0;
      } else if (frame[i] == '^') {
        carets++;
        if (carets == NAMED_COLUMNS) {
          stamps.accept(number(frame, i + 1));
        }
        carets = carets > NAMED_COLUMNS ? 0 : carets;
      }
    }
  }

  private static long number(byte[] value, int from) {
    long number = 0;
    for (int i = from; i < from + DIGITS; i++) {
      int digit = value[i] - '0';
      if (digit < 0 || digit > 9) {
        throw new NumberFormatException("A record has no time of sending in its last column.");
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
