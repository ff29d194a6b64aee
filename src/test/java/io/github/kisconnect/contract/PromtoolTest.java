package io.github.kisconnect.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prometheus' own tool accepts and tests our files; skipped where it is not on the path. */
class PromtoolTest {

  private static final Path PROMETHEUS = DockerFiles.DIRECTORY.resolve("prometheus");

  @BeforeAll
  static void isThere() {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, "promtool"))),
        "promtool is not on the path; Debian has it in the package prometheus.");
  }

  @Test
  void acceptsTheConfigurationWithItsRules() throws IOException, InterruptedException {
    run("check", "config", PROMETHEUS.resolve("prometheus.yml").toString());
  }

  @Test
  void seesEachAlertFireAndClear() throws IOException, InterruptedException {
    run("test", "rules", DockerFiles.ALERT_TESTS.toString());
  }

  @Test
  void canReadEveryQueryOfTheDashboard(@TempDir Path directory)
      throws IOException, InterruptedException {
    List<String> queries = DockerFiles.dashboardQueries();
    List<Map<String, String>> rules =
        IntStream.range(0, queries.size())
            .mapToObj(
                i ->
                    Map.of(
                        "record",
                        "dashboard:query" + i,
                        "expr",
                        queries.get(i).replaceAll("\\$__(rate_interval|range)", "1m")))
            .toList();
    Path file = directory.resolve("dashboard.yml");
    new YAMLMapper()
        .writeValue(
            file.toFile(), Map.of("groups", List.of(Map.of("name", "panels", "rules", rules))));

    run("check", "rules", file.toString());
  }

  private static void run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("promtool"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
  }
}
