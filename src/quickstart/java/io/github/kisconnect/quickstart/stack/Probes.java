package io.github.kisconnect.quickstart.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** One-shot questions to a server that may not be up yet. Any thread. */
final class Probes {

  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private Probes() {}

  /** Whether something accepts connections on this port of the loopback address. */
  static boolean accepts(int port) {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    try (Socket socket = new Socket()) {
      socket.connect(address, (int) TIMEOUT.toMillis());
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Whether a GET gives status 200. */
  static boolean isOk(HttpClient client, URI uri) {
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(TIMEOUT).build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalStackException("Interrupted while waiting for " + uri + ".", e);
    }
  }
}
