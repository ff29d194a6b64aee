package io.github.kisconnect.protocol;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Builds frames as KIS does, and decodes them in one step. */
final class Frames {

  static final CipherKey DUMMY_KEY =
      new CipherKey("dummy-iv-16bytes", "dummy-key-of-exactly-32-bytes-xx");

  private Frames() {}

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** A plain H0STANC0 frame with an honest count. */
  static String frame(List<String> records) {
    return frame(String.format("%03d", records.size()), String.join("^", records));
  }

  /** A plain H0STANC0 frame with any count. */
  static String frame(String count, String payload) {
    return "0|H0STANC0|" + count + "|" + payload;
  }

  /** The payload of a frame with flag 1, under the dummy key. */
  static String encrypt(byte[] plain) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    cipher.init(
        Cipher.ENCRYPT_MODE,
        new SecretKeySpec(bytes(DUMMY_KEY.key()), "AES"),
        new IvParameterSpec(bytes(DUMMY_KEY.iv())));
    return Base64.getEncoder().encodeToString(cipher.doFinal(plain));
  }

  static Frame parse(String message) {
    byte[] bytes = bytes(message);
    return FrameParser.parse(bytes, bytes.length);
  }

  static Frame.Data data(String message) {
    return (Frame.Data) parse(message);
  }

  static DecodedFrame decode(String message, String... tickers) {
    return new RecordDecoder(new Tickers(List.of(tickers))).decode(data(message), null);
  }
}
