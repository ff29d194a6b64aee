package io.github.kisconnect.integration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.kisconnect.contract.DockerFiles;
import io.github.kisconnect.quickstart.stack.Port;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Prometheus server with the files of {@code docker/prometheus}, except that it asks another
 * worker, and asks once a second. It dies with this JVM's orderly end.
 */
final class LocalPrometheus implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final URI base;
  private final HttpClient client = HttpClient.newHttpClient();

  private LocalPrometheus(Process process, URI base) {
    this.process = process;
    this.base = base;
  }

  static boolean isInstalled() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, "prometheus")));
  }

  /**
   * Starts it and returns at once.
   *
   * @param directory for its data and log; made when needed
   * @param target port of a worker's agent on the loopback address
   */
  static LocalPrometheus start(Path directory, int target) throws IOException {
    Path files = DockerFiles.DIRECTORY.resolve("prometheus");
    Files.createDirectories(directory);
    Files.writeString(
        directory.resolve("prometheus.yml"),
        Files.readString(files.resolve("prometheus.yml"))
            .replace("connect:9404", "127.0.0.1:" + target)
            .replace("_interval: 5s", "_interval: 1s"));
    Files.writeString(
        directory.resolve("alerts.yml"), Files.readString(files.resolve("alerts.yml")));
    String address = "127.0.0.1:" + Port.any().claim("Prometheus");
    Process process =
        new ProcessBuilder(
                "prometheus",
                "--config.file=" + directory.resolve("prometheus.yml"),
                "--storage.tsdb.path=" + directory.resolve("data"),
                "--web.listen-address=" + address)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("prometheus.log").toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "prometheus-shutdown"));
    return new LocalPrometheus(process, URI.create("http://" + address));
  }

  boolean isReady() {
    try {
      HttpRequest request = HttpRequest.newBuilder(base.resolve("/-/ready")).build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** The names of all metrics that it has seen. */
  Set<String> metrics() {
    Set<String> names = new TreeSet<>();
    get("/api/v1/label/__name__/values").forEach(name -> names.add(name.asText()));
    return names;
  }

  /** The instant vector of an expression. */
  JsonNode query(String expression) {
    return get("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8))
        .get("result");
  }

  /** Whether an alert fires for a connector. */
  boolean fires(String alert, String connector) {
    return !query(
            "ALERTS{alertname=\"%s\", alertstate=\"firing\", connector=\"%s\"}"
                .formatted(alert, connector))
        .isEmpty();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private JsonNode get(String path) {
    try {
      HttpRequest request = HttpRequest.newBuilder(base.resolve(path)).build();
      String body = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
      return JSON.readTree(body).get("data");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("Interrupted while Prometheus was asked.", e);
  }
}
