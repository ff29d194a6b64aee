package io.github.kisconnect.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.quickstart.stack.BuildOutput;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The Flink SQL job as README starts it: in a JVM of its own, on Flink alone, from its source. */
final class FlinkJob {

  private static final Duration DEADLINE = Duration.ofMinutes(5);
  private static final String FIRST_COLUMN = "MKSC_SHRN_ISCD";

  private final BuildOutput build = BuildOutput.fromSystemProperties();

  /**
   * Runs it to its end.
   *
   * @param arguments files relative to the project, and {@code name=value}
   * @return the tables that it has printed, each a list of rows of cells
   */
  List<List<List<String>>> run(List<String> arguments) throws IOException, InterruptedException {
    final Path output = SharedStack.directory().resolve("flink.log");
    final Process process =
        new ProcessBuilder(command(arguments))
            .directory(build.projectDirectory().toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)).as("in time").isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    return tables(Files.readAllLines(output));
  }

  private List<String> command(List<String> arguments) {
    final List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx512m");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    command.add(build.directory().resolve("runtime/flink") + File.separator + "*");
    command.add("src/flink/java/io/github/kisconnect/flink/SqlJob.java");
    command.addAll(arguments);
    return command;
  }

  private static List<List<List<String>>> tables(List<String> lines) {
    final List<List<List<String>>> tables = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("|")) {
        final List<String> cells =
            Arrays.stream(line.split("\\|")).skip(1).map(String::strip).toList();
        if (cells.get(0).equals(FIRST_COLUMN)) {
          tables.add(new ArrayList<>());
        } else {
          tables.get(tables.size() - 1).add(cells);
        }
      }
    }
    return tables;
  }
}
