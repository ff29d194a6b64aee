package io.github.kisconnect.quickstart.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;

/** A single Kafka node, broker and controller in one, with fresh data. */
public final class LocalBroker extends LocalServer {

  private static final String NAME = "The Kafka broker";
  private static final Duration FORMAT_DEADLINE = Duration.ofMinutes(5);
  private static final int PROBE_SECONDS = 5;

  private final BuildOutput build;
  private final List<String> jvm;
  private final int port;
  private final Path data;
  private final Path properties;

  LocalBroker(BuildOutput build, WorkFiles files, Port wanted, List<String> jvmOptions) {
    super(NAME, files.log("broker"));
    this.build = build;
    this.port = wanted.claim(NAME);
    this.jvm = new ArrayList<>(files.smallJvm());
    this.jvm.add("-XX:TieredStopAtLevel=1");
    this.jvm.addAll(jvmOptions);
    this.data = files.emptyDirectory("broker-data");
    this.properties = files.properties("broker", configuration(port, Port.any().claim(NAME), data));
  }

  @Override
  public String address() {
    return bootstrapServers();
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  @Override
  JavaCommand command() {
    return build.kafka(jvm, "kafka.Kafka", properties.toString());
  }

  @Override
  boolean answers() {
    if (!Probes.accepts(port)) {
      return false;
    }
    Map<String, Object> client =
        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
    try (Admin admin = Admin.create(client)) {
      return !admin.describeCluster().nodes().get(PROBE_SECONDS, TimeUnit.SECONDS).isEmpty();
    } catch (ExecutionException | TimeoutException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalStackException("Interrupted while waiting for the Kafka broker.", e);
    }
  }

  /** Formats the storage, which takes about a second; not again what is formatted. */
  @Override
  void prepare() {
    if (Files.exists(data.resolve("meta.properties"))) {
      return;
    }
    JavaCommand command =
        build.kafka(
            jvm,
            "kafka.tools.StorageTool",
            "format",
            "--standalone",
            "--cluster-id",
            Uuid.randomUuid().toString(),
            "--config",
            properties.toString());
    ChildProcess.start("Formatting the storage of the Kafka broker", command, log())
        .awaitSuccess(FORMAT_DEADLINE);
  }

  private static Map<String, String> configuration(int port, int controllerPort, Path data) {
    return Map.ofEntries(
        Map.entry("process.roles", "broker,controller"),
        Map.entry("node.id", "1"),
        Map.entry("controller.quorum.bootstrap.servers", "127.0.0.1:" + controllerPort),
        Map.entry("controller.listener.names", "CONTROLLER"),
        Map.entry(
            "listeners",
            "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort)),
        Map.entry("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port),
        Map.entry("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT"),
        Map.entry("log.dirs", data.toString()),
        Map.entry("num.partitions", "1"),
        Map.entry("offsets.topic.num.partitions", "1"),
        Map.entry("offsets.topic.replication.factor", "1"),
        Map.entry("transaction.state.log.num.partitions", "1"),
        Map.entry("transaction.state.log.replication.factor", "1"),
        Map.entry("transaction.state.log.min.isr", "1"),
        Map.entry("group.initial.rebalance.delay.ms", "0"));
  }
}
