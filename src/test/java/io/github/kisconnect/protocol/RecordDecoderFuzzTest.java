package io.github.kisconnect.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever the messages of one session: no byte of them disappears. An input holds one message to
 * the line.
 */
class RecordDecoderFuzzTest {

  /** Longest header of a frame behind blanks, beyond which there is room for a record in it. */
  private static final int MOST_HEADER = 80;

  @Timeout(FuzzInputs.TIMEOUT_SECONDS)
  @DictionaryFile(resourcePath = FuzzInputs.DICTIONARY)
  @FuzzTest
  void everyByteIsAccountedFor(byte[] session) {
    RecordDecoder decoder = new RecordDecoder(FuzzInputs.TICKERS);
    for (byte[] message : FuzzInputs.lines(session)) {
      Frame frame = FrameParser.parse(message, message.length);
      if (frame instanceof Frame.Data data) {
        assertThat(header(data)).hasSizeLessThan(MOST_HEADER);
        check(data, decoder.decode(data, null));
      } else if (frame instanceof Frame.Unreadable unreadable) {
        assertThat(unreadable.bytes()).isEqualTo(message);
        assertThat(DecodedFrame.of(unreadable).rejected()).hasSize(1);
      }
    }
  }

  private static String header(Frame.Data data) {
    return new String(data.bytes(), 0, data.from(), StandardCharsets.ISO_8859_1).trim();
  }

  private static void check(Frame.Data data, DecodedFrame decoded) {
    Outcomes.check(decoded, data.to() - data.from());
    if (data.trId().equals(SubscribeRequest.TR_ID) && !data.encrypted()) {
      Accounting.check(data, decoded);
    } else {
      byte[] payload = Arrays.copyOfRange(data.bytes(), data.from(), data.to());
      assertThat(decoded.trades()).isEmpty();
      assertThat(decoded.rejected())
          .singleElement()
          .satisfies(rejected -> assertThat(rejected.bytes()).isEqualTo(payload));
    }
  }
}
