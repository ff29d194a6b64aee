package io.github.kisconnect.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What decoding costs: memory for a good record, time for the worst frames. */
class DecodingCostTest {

  private static final int MEBIBYTE = 1 << 20;
  private static final Duration PLENTY = Duration.ofSeconds(3);

  private final RecordDecoder decoder = new RecordDecoder(new Tickers(RandomRecords.TICKERS));

  @Test
  void aRecordAllocatesLessThanOneKibibyte() {
    String record = RecordText.of("005930").widened(46).text();
    byte[] bytes = Frames.bytes(Frames.frame(Collections.nCopies(20, record)));
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    decode(bytes);

    long before = threads.getCurrentThreadAllocatedBytes();
    DecodedFrame decoded = decode(bytes);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;

    assertThat(decoded.trades()).hasSize(20);
    assertThat(allocated / 20).isLessThan(1024);
  }

  @ParameterizedTest
  @ValueSource(strings = {"^", "?", "?^", "0^", "\0\u00a3\u00ac^", "\n", "(null)^", "7777777^"})
  void aMebibyteOfOnePatternIsOnePiece(String pattern) {
    for (String count : new String[] {"001", "002", "999", "x"}) {
      String payload = pattern.repeat(MEBIBYTE / pattern.length());

      DecodedFrame decoded = assertTimeout(PLENTY, () -> decode(Frames.frame(count, payload)));

      assertThat(decoded.trades()).isEmpty();
      assertThat(decoded.rejected()).hasSizeBetween(1, 999);
    }
  }

  @Test
  void aMebibyteOfNoiseIsFewPieces() {
    byte[] noise = new byte[MEBIBYTE];
    new Random(1).nextBytes(noise);
    byte[] header = Frames.bytes("0|H0STANC0|003|");
    System.arraycopy(header, 0, noise, 0, header.length);

    DecodedFrame decoded = assertTimeout(PLENTY, () -> decode(noise));

    assertThat(decoded.trades()).isEmpty();
    assertThat(decoded.rejected()).hasSizeBetween(1, 3);
  }

  @Test
  void aMebibyteOfTickersAndDatesIsBounded() {
    String payload = "005930^085130^20240426^".repeat(MEBIBYTE / 23);

    DecodedFrame decoded = assertTimeout(PLENTY, () -> decode(Frames.frame("001", payload)));

    assertThat(decoded.trades()).isEmpty();
    assertThat(decoded.rejected()).hasSizeBetween(1, 1000);
  }

  @Test
  void aMebibyteOfGoodRecordsIsDecodedWhateverTheCountSays() {
    String record = RecordText.of("005930").widened(46).text();
    int count = MEBIBYTE / record.length();
    String payload = String.join("^", Collections.nCopies(count, record));

    DecodedFrame decoded = assertTimeout(PLENTY, () -> decode(Frames.frame("001", payload)));

    assertThat(decoded.trades()).hasSize(count);
    assertThat(decoded.rejected()).isEmpty();
  }

  private DecodedFrame decode(String message) {
    return decode(Frames.bytes(message));
  }

  private DecodedFrame decode(byte[] bytes) {
    return decoder.decode((Frame.Data) FrameParser.parse(bytes, bytes.length), null);
  }
}
