package io.github.kisconnect.docs;

import io.github.kisconnect.config.KisSourceConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts the generated sections into README.md, between the comments that mark them. */
public final class Readme {

  private Readme() {}

  /**
   * Rewrites the file.
   *
   * @param arguments path of README.md
   */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    Files.writeString(file, rendered(Files.readString(file)));
  }

  /** The text with every generated section as the code has it now. */
  public static String rendered(String readme) {
    String text =
        replaced(readme, "configuration", ConfigReference.markdown(KisSourceConfig.definition()));
    text = replaced(text, "fields", FieldReference.table());
    return replaced(text, "metrics", MetricsReference.markdown());
  }

  private static String replaced(String text, String section, String content) {
    int opening = text.indexOf("<!-- " + section + ":");
    int start = text.indexOf("-->", opening);
    int end = text.indexOf("<!-- /" + section + " -->");
    if (opening < 0 || start < 0 || end < start) {
      throw new IllegalArgumentException("README has no section " + section + ".");
    }
    return text.substring(0, start + 3) + "\n\n" + content.strip() + "\n\n" + text.substring(end);
  }
}
