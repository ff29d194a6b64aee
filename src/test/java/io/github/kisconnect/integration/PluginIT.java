package io.github.kisconnect.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.quickstart.stack.BuildOutput;
import io.github.kisconnect.quickstart.stack.LocalStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the build ships, and how workers find it. */
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
  void isLoadableByServiceForConnectPluginPath() throws Exception {
    final BuildOutput build = BuildOutput.fromSystemProperties();
    final Path output = directory.resolve("list.tsv");
    final Process list =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                build.directory().resolve("runtime/kafka-" + build.kafkaVersion()) + "/*",
                "org.apache.kafka.tools.ConnectPluginPath",
                "list",
                "--plugin-path",
                build.connectorPlugin().toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();

    assertThat(list.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readAllLines(output))
        .anySatisfy(line -> assertThat(line.split("\t")).contains(CONNECTOR, "source", "true"))
        .anyMatch(line -> line.matches("Total plugins:\\s*1"))
        .anyMatch(line -> line.matches("Loadable plugins:\\s*1"))
        .anyMatch(line -> line.matches("Compatible plugins:\\s*1"));
  }

  @Test
  void shipsTheConnectorAndItsLibrariesAndNothingThatTheWorkerBrings() {
    final List<String> entries = entries();

    assertThat(entries)
        .filteredOn(entry -> entry.contains("/lib/") && entry.endsWith(".jar"))
        .extracting(entry -> entry.replaceAll(".*/lib/|-\\d.*", ""))
        .containsExactlyInAnyOrder(
            "kafka-connect-kis",
            "HdrHistogram",
            "tyrus-standalone-client-jdk",
            "jackson-databind",
            "jackson-core",
            "jackson-annotations");
    assertThat(entries)
        .anyMatch(entry -> entry.endsWith("/manifest.json"))
        .anyMatch(entry -> entry.endsWith("/doc/README.md"))
        .anyMatch(entry -> entry.endsWith("/doc/LICENSE"))
        .anyMatch(entry -> entry.endsWith("/etc/kis-expected-trade.json"));
  }

  private static List<String> entries() {
    final BuildOutput build = BuildOutput.fromSystemProperties();
    final Path zip = build.directory().resolve("components/" + build.componentName() + ".zip");
    try (ZipFile file = new ZipFile(zip.toFile())) {
      return file.stream().map(ZipEntry::getName).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
