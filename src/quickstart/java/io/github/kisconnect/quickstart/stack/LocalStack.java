package io.github.kisconnect.quickstart.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * Broker, registry and workers, running until closed:
 *
 * <pre>{@code
 * try (LocalStack stack = LocalStack.in(directory).workers(2).start();
 *     AvroTopicReader reader = stack.read("trades")) {
 *   stack.rest().put("kis", config);
 *   stack.rest().awaitRunning("kis", 1);
 *   List<AvroRecord> records = reader.take(100, Duration.ofSeconds(30));
 * }
 * }</pre>
 *
 * One thread.
 */
public final class LocalStack implements AutoCloseable {

  private final String bootstrapServers;
  private final Optional<LocalBroker> broker;
  private final LocalRegistry registry;
  private final WorkerFactory factory;
  private final StartListener listener;
  private final List<LocalWorker> workers = new ArrayList<>();

  /**
   * @param broker empty where the bootstrap servers are somebody else's
   */
  LocalStack(
      String bootstrapServers,
      Optional<LocalBroker> broker,
      LocalRegistry registry,
      WorkerFactory factory,
      StartListener listener) {
    this.bootstrapServers = bootstrapServers;
    this.broker = broker;
    this.registry = registry;
    this.factory = factory;
    this.listener = listener;
  }

  /**
   * The first word of the description of a stack.
   *
   * @param directory for logs, generated properties and data; what an earlier stack has left there
   *     is replaced
   */
  public static LocalStackBuilder in(Path directory) {
    return new LocalStackBuilder(directory);
  }

  /** The stack's own broker. */
  public LocalBroker broker() {
    return broker.orElseThrow(() -> new LocalStackException("The broker is not the stack's own."));
  }

  public String bootstrapServers() {
    return bootstrapServers;
  }

  public LocalRegistry registry() {
    return registry;
  }

  /** The first worker. */
  public LocalWorker worker() {
    return workers.get(0);
  }

  public List<LocalWorker> workers() {
    return List.copyOf(workers);
  }

  /** Starts one more worker of the group and waits until it answers. */
  public LocalWorker addWorker() {
    LocalWorker worker = createWorker(Port.any());
    ready(worker);
    return worker;
  }

  /** The REST interface of the first worker that is alive. */
  public ConnectRest rest() {
    return workers.stream()
        .filter(LocalServer::isAlive)
        .findFirst()
        .orElseThrow(() -> new LocalStackException("No Connect worker is alive."))
        .rest();
  }

  /** A reader of the topic, from its beginning; close it yourself. */
  public AvroTopicReader read(String topic) {
    return new AvroTopicReader(bootstrapServers, registry.url(), topic);
  }

  /** Starts programs beside the stack; stop them yourself. */
  public Programs programs() {
    return new Programs(factory.build(), factory.files());
  }

  /** An admin client of the broker; close it yourself. */
  public Admin admin() {
    return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
  }

  /** Stops workers, registry and broker, in this order. */
  @Override
  public void close() {
    workers.forEach(LocalServer::stop);
    registry.stop();
    broker.ifPresent(LocalServer::stop);
  }

  void start(Port restPort, int workerCount) {
    launch(registry);
    broker.ifPresent(this::launch);
    broker.ifPresent(this::ready);
    createWorker(restPort);
    for (int i = 1; i < workerCount; i++) {
      createWorker(Port.any());
    }
    ready(registry);
    workers.forEach(this::ready);
  }

  private LocalWorker createWorker(Port port) {
    LocalWorker worker = factory.create(workers.size() + 1, port);
    workers.add(worker);
    launch(worker);
    return worker;
  }

  private void launch(LocalServer server) {
    listener.starting(server);
    server.launch();
  }

  private void ready(LocalServer server) {
    server.awaitReady();
    listener.ready(server);
  }
}
