package io.github.kisconnect.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;

/** Whatever an encrypted frame holds. An input holds one {@code count|payload} to the line. */
class EncryptedFrameFuzzTest {

  private static final CipherKey KEY = Frames.DUMMY_KEY;

  @Timeout(FuzzInputs.TIMEOUT_SECONDS)
  @DictionaryFile(resourcePath = FuzzInputs.DICTIONARY)
  @FuzzTest
  void isReadLikeItsPlainTwin(byte[] session) throws GeneralSecurityException {
    RecordDecoder plainDecoder = new RecordDecoder(FuzzInputs.TICKERS);
    RecordDecoder decoder = new RecordDecoder(FuzzInputs.TICKERS);
    for (byte[] line : FuzzInputs.lines(session)) {
      String text = Frames.text(line);
      notEvenEncryptedIsRejectedAsItCame(text);
      int pipe = text.indexOf('|');
      String count = pipe < 0 || pipe > 9 ? "001" : text.substring(0, pipe);
      String payload = text.substring(pipe + 1);

      DecodedFrame plain =
          plainDecoder.decode(Frames.data("0|H0STANC0|" + count + "|" + payload), null);
      String sealed = Frames.encrypt(Frames.bytes(payload));
      DecodedFrame opened = decoder.decode(Frames.data("1|H0STANC0|" + count + "|" + sealed), KEY);

      Outcomes.check(opened, payload.length());
      assertThat(opened.width()).isEqualTo(plain.width());
      assertThat(trades(opened)).isEqualTo(trades(plain));
      assertThat(rejected(opened)).isEqualTo(rejected(plain));
    }
  }

  private static void notEvenEncryptedIsRejectedAsItCame(String payload) {
    Frame.Data frame = Frames.data("1|H0STANC0|001|" + payload);
    DecodedFrame decoded = new RecordDecoder(FuzzInputs.TICKERS).decode(frame, KEY);
    Outcomes.check(decoded, payload.length());
    assertThat(decoded.trades()).isEmpty();
    assertThat(decoded.rejected()).isNotEmpty();
  }

  private static List<RecordText> trades(DecodedFrame decoded) {
    return decoded.trades().stream().map(indexed -> RecordText.of(indexed.trade())).toList();
  }

  private static List<List<Object>> rejected(DecodedFrame decoded) {
    return decoded.rejected().stream().map(EncryptedFrameFuzzTest::parts).toList();
  }

  private static List<Object> parts(RejectedRecord rejected) {
    return List.of(
        rejected.reason(),
        rejected.detail(),
        Frames.text(rejected.bytes()),
        rejected.index(),
        Optional.ofNullable(rejected.ticker()));
  }
}
