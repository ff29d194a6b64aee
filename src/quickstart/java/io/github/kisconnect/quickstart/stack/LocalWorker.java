package io.github.kisconnect.quickstart.stack;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;

/**
 * A distributed Connect worker. Its class path is Kafka's alone; connector and converter come from
 * {@code plugin.path} and live in class loaders of their own.
 */
public final class LocalWorker extends LocalServer {

  private final BuildOutput build;
  private final List<String> jvm;
  private final Path properties;
  private final URI restUrl;
  private final HttpClient client = HttpClient.newHttpClient();

  LocalWorker(
      String name, Path log, BuildOutput build, List<String> jvm, Path properties, URI restUrl) {
    super(name, log);
    this.build = build;
    this.jvm = List.copyOf(jvm);
    this.properties = properties;
    this.restUrl = restUrl;
  }

  @Override
  public String address() {
    return restUrl.toString();
  }

  public URI restUrl() {
    return restUrl;
  }

  public ConnectRest rest() {
    return new ConnectRest(client, restUrl);
  }

  @Override
  JavaCommand command() {
    return build.kafka(
        jvm, "org.apache.kafka.connect.cli.ConnectDistributed", properties.toString());
  }

  @Override
  boolean answers() {
    return Probes.isOk(client, restUrl.resolve("/health"));
  }
}
