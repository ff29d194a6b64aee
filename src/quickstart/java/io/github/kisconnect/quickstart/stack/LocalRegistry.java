package io.github.kisconnect.quickstart.stack;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;

/** Apicurio Registry, in memory, spoken to through its Confluent-compatible API. */
public final class LocalRegistry extends LocalServer {

  private static final String NAME = "The schema registry";

  private final BuildOutput build;
  private final WorkFiles files;
  private final int port;
  private final HttpClient client = HttpClient.newHttpClient();

  LocalRegistry(BuildOutput build, WorkFiles files, Port wanted) {
    super(NAME, files.log("registry"));
    this.build = build;
    this.files = files;
    this.port = wanted.claim(NAME);
  }

  @Override
  public String address() {
    return url();
  }

  /** What a converter or client takes as {@code schema.registry.url}. */
  public String url() {
    return "http://127.0.0.1:" + port + "/apis/ccompat/v7";
  }

  @Override
  JavaCommand command() {
    List<String> options = new ArrayList<>(files.smallJvm());
    options.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-Dquarkus.http.host=127.0.0.1",
            "-Dquarkus.http.port=" + port,
            "-Dquarkus.banner.enabled=false"));
    return build.registry(options);
  }

  @Override
  boolean answers() {
    return Probes.isOk(client, URI.create(url() + "/subjects"));
  }
}
