package io.github.kisconnect.bench.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** JSON over HTTP with the processes of a benchmark. Any thread. */
final class JsonClient {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  <T> T get(URI uri, Class<T> type) {
    return call(HttpRequest.newBuilder(uri).timeout(TIMEOUT).build(), type);
  }

  void post(URI uri, Object body) {
    try {
      String text = JSON.writeValueAsString(body);
      call(
          HttpRequest.newBuilder(uri).timeout(TIMEOUT).POST(BodyPublishers.ofString(text)).build(),
          Object.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> T call(HttpRequest request, Class<T> type) {
    try {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(
            "%s answered %d: %s".formatted(request.uri(), answer.statusCode(), answer.body()));
      }
      return JSON.readValue(answer.body(), type);
    } catch (IOException e) {
      throw new UncheckedIOException(request.uri() + " does not answer.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while asking " + request.uri() + ".", e);
    }
  }
}
