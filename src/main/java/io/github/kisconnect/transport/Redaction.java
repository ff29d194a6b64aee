package io.github.kisconnect.transport;

import io.github.kisconnect.session.Credentials;
import java.util.regex.Pattern;

/**
 * Makes a text of the server fit for a sentence: on one line, of sane length, and without anything
 * that is, or looks like, an app key, a secret or an approval key.
 */
final class Redaction {

  private static final int MAX_LENGTH = 200;
  private static final String MASK = "***";

  /** UUIDs (approval keys) and long runs of base64 or hexadecimal characters. */
  private static final Pattern SECRET_SHAPE =
      Pattern.compile("\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}|[A-Za-z0-9+/=_-]{32,}");

  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\s\\uFFFD]+");

  private Redaction() {}

  /** Hides what looks like a secret. */
  static String clean(String text) {
    String safe = SECRET_SHAPE.matcher(text).replaceAll(MASK);
    String line = UNPRINTABLE.matcher(safe).replaceAll(" ").strip();
    return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "…";
  }

  /** Hides these credentials wherever they occur, and what looks like a secret. */
  static String clean(String text, Credentials credentials) {
    return clean(mask(mask(text, credentials.appSecret()), credentials.appKey()));
  }

  private static String mask(String text, String secret) {
    return secret.isBlank() ? text : text.replace(secret, MASK);
  }
}
