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
 * @param properties worker properties in place of those of {@link BuildOutput#workerDefaults()}
 */
record WorkerFactory(
    BuildOutput build,
    WorkFiles files,
    List<Path> plugins,
    List<String> jvmOptions,
    Map<String, String> properties) {

  /** A worker that does not run yet; {@code number} counts from 1. */
  LocalWorker create(int number, Port wanted) {
    String name = "Connect worker " + number;
    String file = "worker-" + number;
    int port = wanted.claim(name);
    Map<String, String> all = new TreeMap<>(build.workerDefaults());
    all.put("listeners", "http://127.0.0.1:" + port);
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
