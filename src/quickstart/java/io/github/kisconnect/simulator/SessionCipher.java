package io.github.kisconnect.simulator;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The AES-256-CBC key of a session, as its acknowledgements carry it: the ASCII characters are the
 * bytes of the key.
 *
 * @param iv 16 characters
 * @param key 32 characters
 */
record SessionCipher(String iv, String key) {

  private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";

  static SessionCipher random(SecureRandom random) {
    return new SessionCipher(text(random, 16), text(random, 32));
  }

  /** Base64 of the encrypted bytes. */
  String encrypt(byte[] plain) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "AES"),
          new IvParameterSpec(iv.getBytes(StandardCharsets.US_ASCII)));
      return Base64.getEncoder().encodeToString(cipher.doFinal(plain));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JVM has no AES/CBC/PKCS5Padding.", e);
    }
  }

  @Override
  public String toString() {
    return "SessionCipher[hidden]";
  }

  private static String text(SecureRandom random, int length) {
    return random
        .ints(length, 0, ALPHABET.length())
        .mapToObj(ALPHABET::charAt)
        .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
        .toString();
  }
}
