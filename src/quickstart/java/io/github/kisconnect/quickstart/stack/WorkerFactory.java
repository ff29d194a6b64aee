package io.github.kisconnect.quickstart.stack;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the workers of one group.
 *
 * @param plugins further entries of {@code plugin.path}, before the stack's own
 * @param jvmOptions further options of the workers' JVMs
 * @param properties worker properties that differ from the defaults below
 */
record WorkerFactory(
    BuildOutput build,
    WorkFiles files,
    List<Path> plugins,
    List<String> jvmOptions,
    Map<String, String> properties) {

  private static final Map<String, String> DEFAULTS =
      Map.ofEntries(
          Map.entry("group.id", "kis-local"),
          Map.entry("config.storage.topic", "connect-configs"),
          Map.entry("offset.storage.topic", "connect-offsets"),
          Map.entry("status.storage.topic", "connect-status"),
          Map.entry("config.storage.replication.factor", "1"),
          Map.entry("offset.storage.replication.factor", "1"),
          Map.entry("status.storage.replication.factor", "1"),
          Map.entry("offset.storage.partitions", "1"),
          Map.entry("status.storage.partitions", "1"),
          Map.entry("offset.flush.interval.ms", "1000"),
          Map.entry("scheduled.rebalance.max.delay.ms", "0"),
          Map.entry("plugin.discovery", "service_load"),
          Map.entry("key.converter", "org.apache.kafka.connect.storage.StringConverter"),
          Map.entry("value.converter", "io.confluent.connect.avro.AvroConverter"));

  /** A worker that does not run yet; {@code number} counts from 1. */
  LocalWorker create(int number, Port wanted) {
    String name = "Connect worker " + number;
    String file = "worker-" + number;
    int port = wanted.claim(name);
    Map<String, String> all = new TreeMap<>(DEFAULTS);
    all.put("listeners", "http://127.0.0.1:" + port);
    all.put("rest.advertised.host.name", "127.0.0.1");
    all.put("rest.advertised.port", Integer.toString(port));
    all.put("plugin.path", pluginPath());
    all.putAll(properties);
    List<String> jvm = new ArrayList<>(files.smallJvm());
    jvm.addAll(jvmOptions);
    return new LocalWorker(
        name,
        files.log(file),
        build,
        jvm,
        files.properties(file, all),
        URI.create("http://127.0.0.1:" + port));
  }

  private String pluginPath() {
    return Stream.concat(
            plugins.stream(), Stream.of(build.connectorPlugin(), build.converterPlugins()))
        .map(Path::toString)
        .collect(Collectors.joining(","));
  }
}
