package io.github.kisconnect.quickstart.stack;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the build has put what the stack runs: the class path of broker and worker, the registry,
 * the Avro converter and the connector's own plugin directory; and where the worker's properties
 * are.
 *
 * @param directory Maven's {@code target}, absolute
 * @param componentName name of the plugin directory, {@code owner-artifact-version}
 * @param kafkaVersion version of broker and worker
 * @param kafkaJava home of the Java that broker and worker run on
 */
public record BuildOutput(
    Path directory, String componentName, String kafkaVersion, Path kafkaJava) {

  /** From the system properties that the build passes to the quickstart and integration tests. */
  public static BuildOutput fromSystemProperties() {
    return new BuildOutput(
        Path.of(property("kis.build.directory")).toAbsolutePath(),
        property("kis.component.name"),
        property("kis.worker.kafka.version"),
        Path.of(System.getProperty("kis.worker.java.home", System.getProperty("java.home"))));
  }

  /** The worker's {@code plugin.path} entry that holds the connector. */
  public Path connectorPlugin() {
    return existing(directory.resolve("components").resolve(componentName));
  }

  /** The same as one file, the Confluent Hub component. */
  public Path componentZip() {
    return existing(directory.resolve("components").resolve(componentName + ".zip"));
  }

  /** The worker's {@code plugin.path} entry that holds Confluent's Avro converter. */
  public Path converterPlugins() {
    return existing(runtime().resolve("plugins"));
  }

  /** The class path of broker, worker and Kafka's tools. */
  public String kafkaClassPath() {
    return existing(runtime().resolve("kafka-" + kafkaVersion)) + File.separator + "*";
  }

  /** The agent through which Prometheus sees a JVM. */
  public Path jmxExporter() {
    return existing(runtime().resolve("jmx-exporter").resolve("jmx_prometheus_javaagent.jar"));
  }

  /** Where broker, registry and workers run; the files in {@code config/} are relative to it. */
  public Path projectDirectory() {
    return directory.getParent();
  }

  /** The properties of {@code config/quickstart/connect-distributed.properties}. */
  Map<String, String> workerDefaults() {
    Path file =
        existing(
            projectDirectory()
                .resolve(Path.of("config", "quickstart", "connect-distributed.properties")));
    try {
      Properties properties = new Properties();
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      }
      return properties.stringPropertyNames().stream()
          .collect(Collectors.toMap(name -> name, properties::getProperty));
    } catch (IOException e) {
      throw new LocalStackException("The file " + file + " cannot be read.", e);
    }
  }

  /** A main class of Kafka's, on a class path of Kafka alone. */
  JavaCommand kafka(List<String> jvmOptions, String... mainAndArguments) {
    List<String> options = new ArrayList<>(jvmOptions);
    options.add("-cp");
    options.add(kafkaClassPath());
    return new JavaCommand(
        existing(kafkaJava), projectDirectory(), options, List.of(mainAndArguments));
  }

  JavaCommand registry(List<String> jvmOptions) {
    List<String> options = new ArrayList<>(jvmOptions);
    options.add("-jar");
    options.add(registryJar().toString());
    return new JavaCommand(ownJava(), projectDirectory(), options, List.of());
  }

  /** The Java that runs this JVM, for programs of which the version makes no difference. */
  static Path ownJava() {
    return Path.of(System.getProperty("java.home"));
  }

  private Path registryJar() {
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
