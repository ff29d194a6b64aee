package io.github.kisconnect.integration.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.contract.DockerFiles;
import io.github.kisconnect.integration.Trial;
import io.github.kisconnect.quickstart.stack.BuildOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.junit.jupiter.Testcontainers;

/**
 * The images of {@code docker/Dockerfile} on the broker's image in place of their bases, from what
 * this build has made; skipped where there is no Docker engine.
 */
@Testcontainers(disabledWithoutDocker = true)
class DockerImagesIT {

  private static final String BASE =
      "apache/kafka:" + System.getProperty("kis.kafka.image.version");
  private static final Pattern BUILD_STAGE =
      Pattern.compile("FROM \\$\\{BUILD_IMAGE} AS build\n.*?(?=\nFROM )", Pattern.DOTALL);
  private static final String THIS_BUILD =
      """
      FROM scratch AS build
      COPY plugins /build/target/docker/plugins
      COPY simulator /build/target/docker/simulator
      COPY jmx-exporter /build/target/runtime/jmx-exporter
      """;

  @Test
  void theSimulatorServesAndIsHealthy() throws IOException, InterruptedException {
    try (GenericContainer<?> simulator =
        new GenericContainer<>(image("simulator"))
            .withExposedPorts(9443, 21000)
            .waitingFor(Wait.forHttp("/admin/state").forPort(9443))
            .withStartupTimeout(Trial.DEADLINE)) {
      simulator.start();
      List<String> check =
          DockerFiles.texts(DockerFiles.services().get("simulator").at("/healthcheck/test"));

      assertThat(simulator.execInContainer(check.stream().skip(1).toArray(String[]::new)))
          .extracting(ExecResult::getExitCode, ExecResult::getStderr)
          .containsExactly(0, "");
    }
  }

  @Test
  void connectHasThePluginAndTheExporterWhereTheStackLooksForThem()
      throws IOException, InterruptedException {
    try (GenericContainer<?> connect =
        new GenericContainer<>(image("connect"))
            .withCommand("tail", "-f", "/dev/null")
            .withStartupTimeout(Trial.DEADLINE)) {
      connect.start();
      String component = BuildOutput.fromSystemProperties().componentName();

      assertThat(
              connect
                  .execInContainer(
                      "ls", "/usr/share/confluent-hub-components/" + component + "/lib")
                  .getStdout())
          .contains("kafka-connect-kis-", "tyrus-standalone-client-jdk-");
      assertThat(
              connect.execInContainer(
                  "java", "-jar", "/opt/jmx-exporter/jmx_prometheus_javaagent.jar"))
          .extracting(result -> result.getStdout() + result.getStderr())
          .asString()
          .doesNotContain("Unable to access jarfile");
    }
  }

  private static ImageFromDockerfile image(String target) {
    BuildOutput build = BuildOutput.fromSystemProperties();
    Path output = build.directory();
    String dockerfile = DockerFiles.text(DockerFiles.DIRECTORY.resolve("Dockerfile"));
    return new ImageFromDockerfile()
        .withFileFromString("Dockerfile", BUILD_STAGE.matcher(dockerfile).replaceFirst(THIS_BUILD))
        .withFileFromPath("plugins", build.connectorPlugin())
        .withFileFromPath("simulator", output.resolve("docker/simulator"))
        .withFileFromPath("jmx-exporter", build.jmxExporter().getParent())
        .withBuildArg("JRE_IMAGE", BASE)
        .withBuildArg("CONNECT_IMAGE", BASE)
        .withTarget(target);
  }
}
