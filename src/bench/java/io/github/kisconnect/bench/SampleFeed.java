package io.github.kisconnect.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.kisconnect.protocol.Tickers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Frames as KIS sends them in the opening auction: the fields that are constant there are, the
 * others vary in value and length, so that no processor learns them by heart. Always the same
 * frames.
 */
final class SampleFeed {

  /** Records of one sample: what an invocation of a benchmark works through. */
  static final int RECORDS = 1000;

  private static final int NAMED_FIELDS = 45;
  private static final int RECORDS_PER_SECOND = 100;

  private final Random random = new Random(45);
  private final List<String> tickers =
      IntStream.range(0, 40).mapToObj(n -> String.format("%06d", 5930 + 1010 * n)).toList();
  private int records;

  /** The tickers that occur. */
  Tickers tickers() {
    return new Tickers(tickers);
  }

  /**
   * A sample cut into frames.
   *
   * @param width fields per record, at least 45
   */
  List<byte[]> frames(int recordsPerFrame, int width) {
    List<byte[]> frames = new ArrayList<>();
    for (int first = 0; first < RECORDS; first += recordsPerFrame) {
      String payload =
          Stream.generate(() -> record(width))
              .limit(recordsPerFrame)
              .collect(Collectors.joining("^"));
      String frame = String.format("0|H0STANC0|%03d|%s", recordsPerFrame, payload);
      frames.add(frame.getBytes(US_ASCII));
    }
    return frames;
  }

  private String record(int width) {
    int price = 500 + random.nextInt(400_000) / (1 + random.nextInt(60));
    int change = random.nextInt(price / 10) - price / 20;
    int quantity = 1 + random.nextInt(400_000) / (1 + random.nextInt(300));
    String named =
        String.format(
            Locale.ROOT,
            "%s^0850%02d^%d^%s^%d^%.2f^0.00^0^0^0^%d^%d^%d^%d^%d^0^0^0^0.00^0^0^1^0.01^0.00^000000"
                + "^3^0^000000^3^0^000000^3^0^20260707^00^N^%d^%d^%d^%d^%.2f^0^0.00^B^",
            tickers.get(random.nextInt(tickers.size())),
            records++ / RECORDS_PER_SECOND % 60,
            price,
            change < 0 ? "5" : "2",
            change,
            100.0 * change / (price - change),
            price,
            price - 10,
            random.nextInt(1 + quantity / 20),
            quantity,
            (long) price * quantity,
            random.nextInt(20_000),
            random.nextInt(5_000),
            random.nextInt(100_000),
            random.nextInt(20_000),
            random.nextInt(30) / 100.0);
    return named + ("^" + (price - change)).repeat(width - NAMED_FIELDS);
  }
}
