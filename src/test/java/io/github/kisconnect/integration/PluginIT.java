package io.github.kisconnect.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.quickstart.stack.BuildOutput;
import io.github.kisconnect.quickstart.stack.LocalStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** How workers and Kafka's own tool find the plugin. */
@ExtendWith(SharedStack.class)
class PluginIT {

  private static final String CONNECTOR = "io.github.kisconnect.KisExpectedTradeSourceConnector";

  @TempDir Path directory;

  @Test
  void isListedByAWorkerThatLoadsPluginsByServiceOnly(LocalStack stack) {
    assertThat(stack.rest().plugins())
        .anySatisfy(
            plugin -> {
              assertThat(plugin.path("class").asText()).isEqualTo(CONNECTOR);
              assertThat(plugin.path("type").asText()).isEqualTo("source");
              assertThat(plugin.path("version").asText()).matches("\\d+\\.\\d+\\.\\d+.*");
            });
  }

  @Test
  void isRunByTheKafkaAndTheJavaThatTheBuildNames(LocalStack stack) throws IOException {
    final BuildOutput build = BuildOutput.fromSystemProperties();

    assertThat(stack.rest().version()).isEqualTo(build.kafkaVersion());
    assertThat(ProcessHandle.of(stack.worker().pid()).orElseThrow().info().command())
        .hasValue(build.kafkaJava().resolve("bin/java").toRealPath().toString());
  }

  @Test
  void isLoadableByServiceForConnectPluginPath() throws Exception {
    assertThat(connectPluginPath("list"))
        .anySatisfy(line -> assertThat(line.split("\t")).contains(CONNECTOR, "source", "true"))
        .anyMatch(line -> line.matches("Total plugins:\\s*1"))
        .anyMatch(line -> line.matches("Loadable plugins:\\s*1"))
        .anyMatch(line -> line.matches("Compatible plugins:\\s*1"));
  }

  @Test
  void leavesConnectPluginPathNothingToAdd() throws Exception {
    assertThat(connectPluginPath("sync-manifests", "--dry-run")).contains("No changes required.");
  }

  /** Runs Kafka's tool on the plugin alone; returns what it prints. */
  private List<String> connectPluginPath(String... arguments) throws Exception {
    final BuildOutput build = BuildOutput.fromSystemProperties();
    final Path output = directory.resolve("output.txt");
    final List<String> command = new ArrayList<>();
    command.add(build.kafkaJava().resolve("bin/java").toString());
    command.addAll(List.of("-cp", build.kafkaClassPath()));
    command.add("org.apache.kafka.tools.ConnectPluginPath");
    command.addAll(List.of(arguments));
    command.addAll(List.of("--plugin-path", build.connectorPlugin().toString()));

    final Process tool =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(tool.waitFor(5, TimeUnit.MINUTES)).isTrue();
    final List<String> lines = Files.readAllLines(output);
    assertThat(tool.exitValue()).as("%s", lines).isZero();
    return lines;
  }
}
