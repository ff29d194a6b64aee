package io.github.kisconnect.quickstart.stack;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where the build has put what the stack runs: the class path of broker and worker, the registry,
 * the Avro converter and the connector's own plugin directory.
 *
 * @param directory Maven's {@code target}
 * @param componentName name of the plugin directory, {@code owner-artifact-version}
 * @param kafkaVersion version of broker and worker
 */
public record BuildOutput(Path directory, String componentName, String kafkaVersion) {

  /** From the system properties that the build passes to the quickstart and integration tests. */
  public static BuildOutput fromSystemProperties() {
    return new BuildOutput(
        Path.of(property("kis.build.directory")),
        property("kis.component.name"),
        property("kis.worker.kafka.version"));
  }

  /** The worker's {@code plugin.path} entry that holds the connector. */
  public Path connectorPlugin() {
    return existing(directory.resolve("components").resolve(componentName));
  }

  /** The worker's {@code plugin.path} entry that holds Confluent's Avro converter. */
  public Path converterPlugins() {
    return existing(runtime().resolve("plugins"));
  }

  /** The Java class path of broker, worker and Kafka's command line tools. */
  String kafkaClassPath() {
    return existing(runtime().resolve("kafka-" + kafkaVersion)) + File.separator + "*";
  }

  Path registryJar() {
    Path home = existing(runtime().resolve("registry"));
    try (Stream<Path> files = Files.list(home)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("-runner.jar"))
          .findFirst()
          .orElseThrow(() -> missing(home.resolve("*-runner.jar")));
    } catch (IOException e) {
      throw new LocalStackException("The directory " + home + " cannot be read.", e);
    }
  }

  private Path runtime() {
    return directory.resolve("runtime");
  }

  private static String property(String name) {
    String value = System.getProperty(name);
    if (value == null || value.isBlank()) {
      throw new LocalStackException(
          "The system property " + name + " is not set: start through Maven (mvn -Pquickstart).");
    }
    return value;
  }

  private static Path existing(Path path) {
    if (!Files.exists(path)) {
      throw missing(path);
    }
    return path;
  }

  private static LocalStackException missing(Path path) {
    return new LocalStackException(path + " is missing: run mvn package first.");
  }
}
