package io.github.kisconnect.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Calls the REST port of a simulator. */
final class RestClient {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final KisSimulator simulator;

  RestClient(KisSimulator simulator) {
    this.simulator = simulator;
  }

  /** An approval key for the demo app key. */
  static String approve(KisSimulator simulator) {
    return new RestClient(simulator)
        .approve(KisSimulatorBuilder.DEMO_APP_KEY, KisSimulatorBuilder.DEMO_APP_SECRET)
        .json()
        .path("approval_key")
        .asText();
  }

  Answer approve(String appKey, String secret) {
    return call(
        "POST",
        "/oauth2/Approval",
        """
        {"grant_type":"client_credentials","appkey":"%s","secretkey":"%s"}"""
            .formatted(appKey, secret));
  }

  Answer call(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(simulator.restUri().resolve(path))
            .header("content-type", "application/json; utf-8")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Status and body. */
  record Answer(int status, String body) {

    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
