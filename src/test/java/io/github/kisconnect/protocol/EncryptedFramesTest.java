package io.github.kisconnect.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Frames with flag 1. */
class EncryptedFramesTest {

  private static final CipherKey KEY = Frames.DUMMY_KEY;
  private static final CipherKey OTHER =
      new CipherKey("dummy-iv-16bytes", "another-key-of-exactly-32-bytes!");

  private final RecordDecoder decoder = new RecordDecoder(new Tickers(List.of("005930")));

  @Property(tries = 500, seed = "20240426")
  void whatIsEncryptedIsDecrypted(@ForAll byte[] plain) throws GeneralSecurityException {
    byte[] sealed = Frames.bytes(Frames.encrypt(plain));

    assertThat(PayloadCipher.decrypt(KEY, sealed, 0, sealed.length)).isEqualTo(plain);
  }

  @Example
  void decodesTheRecordsOfAnEncryptedFrame() throws GeneralSecurityException {
    String payload = CapturedFrames.AUCTION_2026.substring("0|H0STANC0|002|".length());

    DecodedFrame decoded = decode("002", Frames.encrypt(Frames.bytes(payload + "\r\n")), KEY);

    assertThat(decoded.rejected()).isEmpty();
    assertThat(decoded.width()).isEqualTo(46);
    assertThat(decoded.trades())
        .extracting(indexed -> indexed.trade().number(ExpectedTradeField.ACML_VOL))
        .containsExactly(313469L, 313470L);
  }

  @Example
  void aBadRecordInsideIsRejectedInClear() throws GeneralSecurityException {
    String bad = RecordText.of("005930").with(ExpectedTradeField.STCK_PRPR, "x").text();

    DecodedFrame decoded = decode("001", Frames.encrypt(Frames.bytes(bad)), KEY);

    assertThat(decoded.rejected())
        .singleElement()
        .satisfies(
            rejected -> {
              assertThat(rejected.reason()).isEqualTo(RejectReason.BAD_VALUE);
              assertThat(Frames.text(rejected.bytes())).isEqualTo(bad);
            });
  }

  @Example
  void withoutAKeyTheFrameIsRejectedAsItCame() throws GeneralSecurityException {
    String sealed = Frames.encrypt(Frames.bytes(RecordText.of("005930").text()));

    isUndecryptable(decode("001", sealed, null), sealed);
  }

  @Example
  void whatTheKeyDoesNotOpenIsRejectedAsItCame() throws GeneralSecurityException {
    String sealed = Frames.encrypt(Frames.bytes(RecordText.of("005930").text()));

    isUndecryptable(decode("001", sealed, OTHER), sealed);
    isUndecryptable(decode("001", sealed, new CipherKey("short", KEY.key())), sealed);
    isUndecryptable(decode("001", sealed, new CipherKey(KEY.iv(), "short")), sealed);
    isUndecryptable(decode("001", sealed.substring(4), KEY), sealed.substring(4));
    isUndecryptable(decode("001", "\u00a3\u00ac no base64", KEY), "\u00a3\u00ac no base64");
    isUndecryptable(decode("001", "", null), "");
  }

  @Example
  void rubbishNeverThrows() {
    Random random = new Random(7);
    for (int length = 0; length < 100; length++) {
      byte[] rubbish = new byte[length];
      random.nextBytes(rubbish);
      String encoded = Base64.getEncoder().encodeToString(rubbish);

      assertThat(decode("001", encoded, KEY).trades()).isEmpty();
    }
  }

  private static void isUndecryptable(DecodedFrame decoded, String payload) {
    assertThat(decoded.trades()).isEmpty();
    assertThat(decoded.rejected())
        .singleElement()
        .satisfies(
            rejected -> {
              assertThat(rejected.reason()).isEqualTo(RejectReason.UNDECRYPTABLE);
              assertThat(Frames.text(rejected.bytes())).isEqualTo(payload);
              assertThat(rejected.detail())
                  .endsWith(".")
                  .doesNotContain(KEY.key())
                  .doesNotContain(KEY.iv());
            });
  }

  private DecodedFrame decode(String count, String payload, CipherKey key) {
    return decoder.decode(Frames.data("1|H0STANC0|" + count + "|" + payload), key);
  }
}
