package io.github.kisconnect.protocol;

import java.util.regex.Pattern;

/** Makes free text of the server fit for a log: one short line without anything like a key. */
final class ServerText {

  private static final int MAX_LENGTH = 120;
  private static final String BLOT = "***";

  /** What follows these words is a key, unless it says that none was found. */
  private static final Pattern KEY_AFTER_LABEL =
      Pattern.compile(
          "(?i)((?:approval|approval_key|app_?key|app_?secret|secret_?key|iv|key)\"?\\s*[:=]\\s*)"
              + "(?!not found)\\S.*");

  /** No word of the server's messages is as long as any key. */
  private static final Pattern LONG_WORD = Pattern.compile("\\S{16,}");

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\s]+");

  private ServerText() {}

  static String withoutSecrets(String text) {
    String line = CONTROL.matcher(text).replaceAll(" ").strip();
    String labelled = KEY_AFTER_LABEL.matcher(line).replaceAll("$1" + BLOT);
    String blotted = LONG_WORD.matcher(labelled).replaceAll(BLOT);
    return blotted.length() <= MAX_LENGTH ? blotted : blotted.substring(0, MAX_LENGTH);
  }
}
