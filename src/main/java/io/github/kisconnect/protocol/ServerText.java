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

  /** White space of any script, line ends, controls, marks of direction, halves of characters. */
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Z}\\s]+");

  private ServerText() {}

  static String withoutSecrets(String text) {
    String line = UNPRINTABLE.matcher(text).replaceAll(" ").strip();
    String labelled = KEY_AFTER_LABEL.matcher(line).replaceAll("$1" + BLOT);
    String blotted = LONG_WORD.matcher(labelled).replaceAll(BLOT);
    return blotted.length() <= MAX_LENGTH ? blotted : beginning(blotted);
  }

  private static String beginning(String text) {
    boolean cutsCharacter = Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1));
    return text.substring(0, cutsCharacter ? MAX_LENGTH - 1 : MAX_LENGTH);
  }
}
