package io.github.kisconnect.quickstart.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The REST interface of a Connect worker. Calls block; a refusal is a {@link ConnectRestException}.
 * While the group rebalances (status 409) a call is repeated. Any thread.
 */
public final class ConnectRest {

  private static final Duration CALL_DEADLINE = Duration.ofMinutes(2);
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client;
  private final URI base;

  public ConnectRest(HttpClient client, URI base) {
    this.client = client;
    this.base = base;
  }

  /** Version of Kafka that the worker runs. */
  public String version() {
    return call("GET", "/", null).path("version").asText();
  }

  /** All plugins, not only connectors. */
  public JsonNode plugins() {
    return call("GET", "/connector-plugins?connectorsOnly=false", null);
  }

  public ConfigValidation validate(String pluginClass, Map<String, String> config) {
    String path = "/connector-plugins/" + pluginClass + "/config/validate";
    return new ConfigValidation(call("PUT", path, config));
  }

  /** Creates the connector or gives it another configuration. */
  public JsonNode put(String name, Map<String, String> config) {
    return call("PUT", "/connectors/" + name + "/config", config);
  }

  public JsonNode config(String name) {
    return call("GET", "/connectors/" + name + "/config", null);
  }

  /** Names of the connectors. */
  public JsonNode connectors() {
    return call("GET", "/connectors", null);
  }

  /** The configurations of the tasks as the worker stores them. */
  public JsonNode tasks(String name) {
    return call("GET", "/connectors/" + name + "/tasks", null);
  }

  public ConnectorStatus status(String name) {
    JsonNode answer = call("GET", "/connectors/" + name + "/status", null);
    return JSON.convertValue(answer, ConnectorStatus.class);
  }

  public void pause(String name) {
    call("PUT", "/connectors/" + name + "/pause", null);
  }

  public void resume(String name) {
    call("PUT", "/connectors/" + name + "/resume", null);
  }

  /** Stops the tasks and keeps the configuration. */
  public void stop(String name) {
    call("PUT", "/connectors/" + name + "/stop", null);
  }

  /** Restarts connector and tasks. */
  public void restart(String name) {
    call("POST", "/connectors/" + name + "/restart?includeTasks=true&onlyFailed=false", null);
  }

  public void restartTask(String name, int task) {
    call("POST", "/connectors/" + name + "/tasks/" + task + "/restart", null);
  }

  public void delete(String name) {
    call("DELETE", "/connectors/" + name, null);
  }

  public JsonNode offsets(String name) {
    return call("GET", "/connectors/" + name + "/offsets", null);
  }

  /** Waits until what the connector has stored pleases; Connect stores offsets at intervals. */
  public JsonNode awaitOffsets(String name, Predicate<JsonNode> condition) {
    return Waiting.until(
        "the offset of connector " + name + " as wanted",
        CALL_DEADLINE,
        () -> offsets(name),
        condition);
  }

  /** Replaces offsets of a stopped connector, in the shape that {@link #offsets} gives. */
  public JsonNode alterOffsets(String name, JsonNode offsets) {
    return call("PATCH", "/connectors/" + name + "/offsets", offsets);
  }

  /** Forgets all offsets of a stopped connector. */
  public JsonNode resetOffsets(String name) {
    return call("DELETE", "/connectors/" + name + "/offsets", null);
  }

  /** Waits until the connector and this number of tasks run. */
  public ConnectorStatus awaitRunning(String name, int tasks) {
    return awaitState(name, "RUNNING", tasks);
  }

  /** Waits until the connector and this number of tasks are in the state. */
  public ConnectorStatus awaitState(String name, String state, int tasks) {
    String what = "connector %s in state %s with %d tasks".formatted(name, state, tasks);
    return awaitStatus(name, what, status -> status.isAll(state, tasks));
  }

  /**
   * Waits until the status pleases; an unknown connector does not.
   *
   * @param what what is waited for, for the sentence at the deadline
   */
  public ConnectorStatus awaitStatus(
      String name, String what, Predicate<ConnectorStatus> condition) {
    return Waiting.until(
            what,
            CALL_DEADLINE,
            () -> knownStatus(name),
            status -> status.filter(condition).isPresent())
        .orElseThrow();
  }

  private Optional<ConnectorStatus> knownStatus(String name) {
    try {
      return Optional.of(status(name));
    } catch (ConnectRestException e) {
      if (e.status() == NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private JsonNode call(String method, String path, Object body) {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(CALL_DEADLINE)
            .header("Content-Type", "application/json")
            .method(method, publisher(body))
            .build();
    HttpResponse<String> response =
        Waiting.until(
            "the end of the rebalance for " + method + " " + path,
            CALL_DEADLINE,
            () -> send(request),
            answer -> answer.statusCode() != CONFLICT);
    JsonNode answer = parse(response.body());
    if (response.statusCode() >= 400) {
      throw new ConnectRestException(response.statusCode(), answer.path("message").asText());
    }
    return answer;
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new LocalStackException("The Connect worker at " + base + " does not answer.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalStackException("Interrupted while asking the Connect worker.", e);
    }
  }

  private static BodyPublisher publisher(Object body) {
    try {
      return body == null
          ? BodyPublishers.noBody()
          : BodyPublishers.ofString(JSON.writeValueAsString(body));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("The request body is no JSON.", e);
    }
  }

  private static JsonNode parse(String body) {
    try {
      return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new LocalStackException(
          "The Connect worker answered with something else than JSON.", e);
    }
  }
}
