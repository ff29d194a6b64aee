package io.github.kisconnect.quickstart.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a local stack shall be like. One thread. */
public final class LocalStackBuilder {

  private final Path directory;
  private final Map<String, String> workerProperties = new LinkedHashMap<>();
  private final List<String> brokerJvmOptions = new ArrayList<>();
  private final List<String> workerJvmOptions = new ArrayList<>();
  private final List<Path> pluginPath = new ArrayList<>();
  private Optional<String> foreignBroker = Optional.empty();
  private StartListener listener = StartListener.SILENT;
  private Port brokerPort = Port.any();
  private Port registryPort = Port.any();
  private Port restPort = Port.any();
  private int workers = 1;

  LocalStackBuilder(Path directory) {
    this.directory = directory.toAbsolutePath();
  }

  /** Number of workers, all in one group. */
  public LocalStackBuilder workers(int count) {
    workers = count;
    return this;
  }

  /** A property for every worker, in place of the stack's own if there is one. */
  public LocalStackBuilder workerProperty(String key, String value) {
    workerProperties.put(key, value);
    return this;
  }

  /** An option for the broker's JVM, in place of the stack's own if there is one. */
  public LocalStackBuilder brokerJvmOption(String option) {
    brokerJvmOptions.add(option);
    return this;
  }

  public LocalStackBuilder workerJvmOption(String option) {
    workerJvmOptions.add(option);
    return this;
  }

  /** One more entry of the workers' {@code plugin.path}: a directory of plugin directories. */
  public LocalStackBuilder plugins(Path entry) {
    pluginPath.add(entry.toAbsolutePath());
    return this;
  }

  public LocalStackBuilder brokerPort(Port port) {
    brokerPort = port;
    return this;
  }

  /** Works with this broker and starts none. */
  public LocalStackBuilder foreignBroker(String bootstrapServers) {
    foreignBroker = Optional.of(bootstrapServers);
    return this;
  }

  public LocalStackBuilder registryPort(Port port) {
    registryPort = port;
    return this;
  }

  /** Port of the first worker; further workers take any free one. */
  public LocalStackBuilder restPort(Port port) {
    restPort = port;
    return this;
  }

  public LocalStackBuilder listener(StartListener startListener) {
    listener = startListener;
    return this;
  }

  /**
   * Starts everything and returns when all of it answers. What was started before a failure is
   * stopped again.
   *
   * @throws LocalStackException with the reason and the end of the log
   */
  public LocalStack start() {
    BuildOutput build = BuildOutput.fromSystemProperties();
    WorkFiles files = new WorkFiles(directory);
    files.discardLogs();
    Port rest = new Port(restPort.claim("Connect worker 1"), restPort.option());
    LocalRegistry registry = new LocalRegistry(build, files, registryPort);
    Optional<LocalBroker> broker =
        foreignBroker.isPresent()
            ? Optional.empty()
            : Optional.of(new LocalBroker(build, files, brokerPort, brokerJvmOptions));
    String bootstrapServers =
        foreignBroker.or(() -> broker.map(LocalBroker::bootstrapServers)).orElseThrow();
    WorkerFactory factory =
        new WorkerFactory(
            build,
            files,
            List.copyOf(pluginPath),
            List.copyOf(workerJvmOptions),
            workerDefaults(bootstrapServers, registry));
    LocalStack stack = new LocalStack(bootstrapServers, broker, registry, factory, listener);
    try {
      stack.start(rest, workers);
      return stack;
    } catch (RuntimeException e) {
      stack.close();
      throw e;
    }
  }

  private Map<String, String> workerDefaults(String bootstrapServers, LocalRegistry registry) {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("bootstrap.servers", bootstrapServers);
    properties.put("value.converter.schema.registry.url", registry.url());
    properties.putAll(workerProperties);
    return properties;
  }
}
