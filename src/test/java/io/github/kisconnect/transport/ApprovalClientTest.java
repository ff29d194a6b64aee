package io.github.kisconnect.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.kisconnect.session.ApprovalSource.ApprovalKey;
import io.github.kisconnect.session.ApprovalSource.Result;
import io.github.kisconnect.session.Credentials;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The approval request on the wire. */
class ApprovalClientTest {

  private static final Credentials CREDENTIALS = new Credentials("DUMMY-APP-KEY", "DUMMY-SECRET");
  private static final Duration PATIENT = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final String KEY = "{\"approval_key\":\"0a0a-dummy\"}";

  private final ExecutorService threads =
      Executors.newCachedThreadPool(new NamedThreads("approval-test"));
  private final Timer timer = new Timer();

  @AfterEach
  void stop() {
    threads.shutdownNow();
    timer.stop();
  }

  private Result ask(URI restUrl, Duration timeout) throws Exception {
    return new ApprovalClient(ApprovalClient.httpClient(threads), threads, timer, restUrl, timeout)
        .request(CREDENTIALS)
        .get(PATIENT.toSeconds(), TimeUnit.SECONDS);
  }

  private Result ask(RawServer.Script script, Duration timeout) throws Exception {
    try (RawServer server = new RawServer(script)) {
      return ask(restUrl(server), timeout);
    }
  }

  private static URI restUrl(RawServer server) {
    return URI.create("http://localhost:" + server.uri().getPort());
  }

  private static void answer(RawPeer peer, String statusLine, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    peer.send("HTTP/1.1 " + statusLine + "\r\nContent-Length: " + bytes.length + "\r\n\r\n");
    peer.send(bytes);
  }

  private static String contentLength(String head) {
    return head.lines()
        .filter(line -> line.regionMatches(true, 0, "content-length: ", 0, 16))
        .findFirst()
        .orElseThrow()
        .substring(16);
  }

  @Test
  void sendsWhatKisWants() throws Exception {
    Inbox<String> seen = new Inbox<>();
    RawServer.Script script =
        peer -> {
          String head = peer.readRequest();
          seen.add(head);
          seen.add(peer.read(Integer.parseInt(contentLength(head))));
          answer(peer, "200 OK", KEY);
        };
    assertThat(ask(script, PATIENT)).isEqualTo(new Result.Approved(new ApprovalKey("0a0a-dummy")));
    assertThat(seen.take())
        .startsWith("POST /oauth2/Approval HTTP/1.1\r\n")
        .contains("\r\ncontent-type: application/json; charset=utf-8\r\n")
        .doesNotContainIgnoringCase("upgrade:");
    JsonNode body = JsonMapper.builder().build().readTree(seen.take());
    assertThat(body.size()).isEqualTo(3);
    assertThat(body.path("grant_type").asText()).isEqualTo("client_credentials");
    assertThat(body.path("appkey").asText()).isEqualTo("DUMMY-APP-KEY");
    assertThat(body.path("secretkey").asText()).isEqualTo("DUMMY-SECRET");
  }

  @Test
  void toleratesASlashAtTheEndOfTheUrl() throws Exception {
    RawServer.Script script =
        peer -> {
          boolean right = peer.readRequest().startsWith("POST /oauth2/Approval HTTP/1.1\r\n");
          answer(peer, right ? "200 OK" : "404 Not Found", KEY);
        };
    try (RawServer server = new RawServer(script)) {
      assertThat(ask(URI.create(restUrl(server) + "/"), PATIENT))
          .isInstanceOf(Result.Approved.class);
    }
  }

  @Test
  void understandsARefusal() throws Exception {
    RawServer.Script script =
        peer -> {
          peer.readRequest();
          answer(
              peer,
              "403 Forbidden",
              "{\"error_code\":\"EGW00103\",\"error_description\":\"no DUMMY-APP-KEY\"}");
        };
    assertThat(ask(script, PATIENT))
        .isEqualTo(
            new Result.Rejected(
                "EGW00103",
                "KIS does not accept the app key (HTTP 403, EGW00103, \"no ***\"). Correct"
                    + " kis.app.keys."));
  }

  @Test
  void readsRetryAfter() throws Exception {
    RawServer.Script script =
        peer -> {
          peer.readRequest();
          peer.send("HTTP/1.1 429 Too Many\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n");
        };
    assertThat(ask(script, PATIENT))
        .isInstanceOfSatisfying(
            Result.Throttled.class,
            throttled -> assertThat(throttled.retryAfter()).isEqualTo(Duration.ofMinutes(2)));
  }

  @Test
  void followsNoRedirect() throws Exception {
    RawServer.Script script =
        peer -> {
          peer.readRequest();
          peer.send(
              "HTTP/1.1 302 Found\r\nLocation: http://localhost:1/\r\nContent-Length: 0\r\n\r\n");
        };
    assertThat(ask(script, PATIENT)).isInstanceOf(Result.Refused.class);
  }

  @Test
  void takesNoMoreOfABodyThanItNeeds() throws Exception {
    RawServer.Script script =
        peer -> {
          peer.readRequest();
          peer.send("HTTP/1.1 502 Bad Gateway\r\n\r\n");
          byte[] block = new byte[100_000];
          for (int i = 0; i < 10_000; i++) {
            peer.send(block);
          }
        };
    assertThat(ask(script, PATIENT))
        .isEqualTo(new Result.Unavailable("KIS could not answer the approval request (HTTP 502)."));
  }

  @Test
  void givesUpOnASilentServer() throws Exception {
    assertThat(ask(RawPeer::awaitEnd, SHORT))
        .isEqualTo(
            new Result.Unavailable(
                "KIS could not be asked for an approval key: no answer within 300 ms."
                    + " host=localhost"));
  }

  @Test
  void givesUpOnABodyThatDoesNotCome() throws Exception {
    RawServer.Script script =
        peer -> {
          peer.readRequest();
          peer.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{").awaitEnd();
        };
    assertThat(ask(script, SHORT))
        .isInstanceOfSatisfying(
            Result.Unavailable.class,
            unavailable -> assertThat(unavailable.sentence()).contains("within 300 ms"));
  }

  @Test
  void reportsAServerThatHangsUp() throws Exception {
    assertThat(ask(RawPeer::readRequest, PATIENT)).isInstanceOf(Result.Unavailable.class);
  }

  @Test
  void reportsAPortThatNobodyListensOn() throws Exception {
    int port;
    try (ServerSocket vacated = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = vacated.getLocalPort();
    }
    assertThat(ask(URI.create("http://localhost:" + port), PATIENT))
        .isInstanceOfSatisfying(
            Result.Unavailable.class,
            unavailable ->
                assertThat(unavailable.sentence())
                    .startsWith("KIS could not be asked for an approval key: ConnectException"));
  }
}
