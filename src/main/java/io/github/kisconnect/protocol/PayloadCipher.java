package io.github.kisconnect.protocol;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Opens the payload of a frame with flag 1: base64 over AES-256-CBC (kis-protocol 4.6). */
final class PayloadCipher {

  private PayloadCipher() {}

  /**
   * The plain payload of {@code bytes[from, to)}.
   *
   * @throws GeneralSecurityException where this is no base64, or the key does not fit
   */
  static byte[] decrypt(CipherKey cipherKey, byte[] bytes, int from, int to)
      throws GeneralSecurityException {
    byte[] key = cipherKey.key().getBytes(StandardCharsets.ISO_8859_1);
    byte[] iv = cipherKey.iv().getBytes(StandardCharsets.ISO_8859_1);
    if (key.length != 32) {
      throw new GeneralSecurityException("The key is not one of AES-256.");
    }
    Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
    return cipher.doFinal(base64(Arrays.copyOfRange(bytes, from, to)));
  }

  private static byte[] base64(byte[] encoded) throws GeneralSecurityException {
    try {
      return Base64.getDecoder().decode(encoded);
    } catch (IllegalArgumentException e) {
      throw new GeneralSecurityException("The payload is no base64.", e);
    }
  }
}
