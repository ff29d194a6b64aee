package io.github.kisconnect.quickstart.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of a child JVM.
 *
 * @param home of the Java to run
 * @param directory its working directory
 * @param options JVM options, with class path or {@code -jar}
 * @param program main class, if any, and arguments
 */
record JavaCommand(Path home, Path directory, List<String> options, List<String> program) {

  private static final Path SHELL = Path.of("/bin/sh");

  /**
   * Ctrl-C in a terminal reaches every process of the foreground group; the child leaves it to its
   * parent. The reader of standard input ends the child when the parent is gone, however it went.
   */
  private static final String GUARD =
      """
      trap "" INT
      exec 3<&0
      (cat <&3 >/dev/null; kill $$ 2>/dev/null) &
      exec 3<&-
      exec "$@" </dev/null
      """;

  JavaCommand {
    options = List.copyOf(options);
    program = List.copyOf(program);
  }

  List<String> words() {
    List<String> words = new ArrayList<>();
    if (Files.isExecutable(SHELL)) {
      words.addAll(List.of(SHELL.toString(), "-c", GUARD, "sh"));
    }
    words.add(home.resolve(Path.of("bin", "java")).toString());
    words.addAll(options);
    words.addAll(program);
    return words;
  }
}
