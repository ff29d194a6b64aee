package io.github.kisconnect.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.session.Transport.CloseReason;
import io.github.kisconnect.session.Transport.ConnectFailure;
import io.github.kisconnect.session.Transport.ConnectFailure.Kind;
import io.github.kisconnect.session.Transport.Connection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From the attempt to the first frame, against servers that do it wrong in every way. */
class TyrusTransportUpgradeTest {

  private static final Duration PATIENT = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(200);

  private final Resources resources = new Resources();
  private final RecordingListener listener = new RecordingListener();

  @AfterEach
  void closeResources() {
    resources.close();
  }

  private Connection connect(URI uri, Duration timeout) {
    return resources.transport().connect(uri, timeout, listener);
  }

  private ConnectFailure failure(RawServer.Script script) throws IOException {
    try (RawServer server = new RawServer(script)) {
      connect(server.uri(), PATIENT);
      return listener.awaitFailure();
    }
  }

  @Test
  void asksLikeKisOwnClients() throws Exception {
    Inbox<String> requests = new Inbox<>();
    RawServer.Script script =
        peer -> {
          String request = peer.readRequest();
          requests.add(request);
          peer.accept(request).acknowledgeClose();
        };
    try (RawServer server = new RawServer(script)) {
      Connection connection = connect(URI.create(server.uri() + "?a=%20b"), PATIENT);
      listener.awaitOpened();
      connection.close(PATIENT);
      listener.awaitClosed();
      assertThat(requests.take())
          .startsWith("GET /tryitout?a=%20b HTTP/1.1\r\n")
          .containsIgnoringCase("\r\nHost: localhost:" + server.uri().getPort() + "\r\n")
          .containsIgnoringCase("\r\nUpgrade: websocket\r\n")
          .containsIgnoringCase("\r\nSec-WebSocket-Version: 13\r\n")
          .doesNotContainIgnoringCase("Sec-WebSocket-Extensions")
          .doesNotContainIgnoringCase("Sec-WebSocket-Protocol")
          .doesNotContainIgnoringCase("Origin");
    }
  }

  @Test
  void ignoresExtensionsThatNobodyAskedFor() throws Exception {
    RawServer.Script script =
        peer -> {
          String request = peer.readRequest();
          peer.accept(request, "Sec-WebSocket-Extensions: permessage-deflate\r\n");
          peer.text("good").acknowledgeClose();
        };
    try (RawServer server = new RawServer(script)) {
      Connection connection = connect(server.uri(), PATIENT);
      listener.awaitOpened();
      assertThat(listener.nextMessage()).asString().isEqualTo("good");
      connection.close(PATIENT);
      assertThat(listener.awaitClosed().acknowledged()).isTrue();
    }
  }

  @Test
  void deliversWhatComesInOneGoWithTheAnswer() throws Exception {
    RawServer.Script script = peer -> peer.upgrade().text("first").text("second").awaitEnd();
    try (RawServer server = new RawServer(script)) {
      connect(server.uri(), PATIENT);
      listener.awaitOpened();
      assertThat(listener.nextMessage()).asString().isEqualTo("first");
      assertThat(listener.nextMessage()).asString().isEqualTo("second");
    }
  }

  @Test
  void reportsAPortThatNobodyListensOn() throws Exception {
    URI uri;
    try (ServerSocket vacated = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      uri = URI.create("ws://localhost:" + vacated.getLocalPort());
    }
    connect(uri, PATIENT);
    ConnectFailure failure = listener.awaitFailure();
    assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(failure.detail())
        .isEqualTo(
            "The TCP connection failed: Connection refused. host=localhost port=" + uri.getPort());
  }

  @Test
  void reportsANameThatDoesNotExist() {
    connect(URI.create("ws://nowhere.invalid:21000/tryitout"), PATIENT);
    ConnectFailure failure = listener.awaitFailure();
    assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(failure.detail()).isEqualTo("The name was not found. host=nowhere.invalid");
  }

  @Test
  void reportsAUriWithoutAHost() {
    connect(URI.create("ws:///tryitout"), PATIENT);
    assertThat(listener.awaitFailure().kind()).isEqualTo(Kind.UNREACHABLE);
  }

  @Test
  void limitsTheTcpConnect() throws Exception {
    try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      List<Socket> backlog = new ArrayList<>();
      try {
        for (int i = 0; i < 2; i++) {
          backlog.add(new Socket(deaf.getInetAddress(), deaf.getLocalPort()));
        }
        connect(URI.create("ws://localhost:" + deaf.getLocalPort()), SHORT);
        ConnectFailure failure = listener.awaitFailure();
        assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
        assertThat(failure.detail()).contains("200 ms", "TCP connection");
      } finally {
        for (Socket socket : backlog) {
          socket.close();
        }
      }
    }
  }

  @Test
  void limitsTheWaitForASilentServer() throws Exception {
    try (RawServer server = new RawServer(RawPeer::awaitEnd)) {
      connect(server.uri(), SHORT);
      ConnectFailure failure = listener.awaitFailure();
      assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
      assertThat(failure.detail()).contains("200 ms", "answer to the upgrade");
    }
  }

  @Test
  void limitsTheWaitForAnAnswerThatComesDropByDrop() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    RawServer.Script script =
        peer -> {
          peer.readRequest();
          peer.send("HTTP/1.1 101 S");
          while (!over.await(10, TimeUnit.MILLISECONDS)) {
            peer.send("S");
          }
        };
    try (RawServer server = new RawServer(script)) {
      connect(server.uri(), SHORT);
      assertThat(listener.awaitFailure().kind()).isEqualTo(Kind.TIMEOUT);
    } finally {
      over.countDown();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "500, Internal Server Error",
    "403, Forbidden",
    "401, Unauthorized",
    "302, Found",
    "503, Service Unavailable",
    "200, OK"
  })
  void namesTheStatusOfARefusal(int status, String phrase) throws Exception {
    ConnectFailure failure =
        failure(
            peer -> {
              peer.readRequest();
              peer.send("HTTP/1.1 " + status + " " + phrase + "\r\nContent-Length: 0\r\n\r\n");
            });
    assertThat(failure.kind()).isEqualTo(Kind.UPGRADE_REFUSED);
    assertThat(failure.detail())
        .isEqualTo("The server refused the upgrade with HTTP " + status + " " + phrase + ".");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\0\0\0\0\0\0\0\0",
        "H",
        "SSH-2.0-OpenSSH\r\n",
        "HTTP/1.1 garbage\r\n\r\n",
        "HTTP/1.1 101 Switching Protocols\r\n\r\n"
      })
  void refusesGarbage(String garbage) throws Exception {
    ConnectFailure failure =
        failure(
            peer -> {
              peer.readRequest();
              peer.send(garbage);
            });
    assertThat(failure.kind()).isEqualTo(Kind.UPGRADE_REFUSED);
    assertThat(failure.detail()).contains("upgrade").endsWith(".");
  }

  @Test
  void refusesAnAnswerToAnotherKey() throws Exception {
    ConnectFailure failure =
        failure(
            peer -> {
              peer.readRequest();
              peer.accept("Sec-WebSocket-Key: another").awaitEnd();
            });
    assertThat(failure.kind()).isEqualTo(Kind.UPGRADE_REFUSED);
    assertThat(failure.detail())
        .isEqualTo("The answer to the upgrade is no valid WebSocket handshake.");
  }

  @Test
  void refusesAnAnswerWithoutEnd() throws Exception {
    ConnectFailure failure =
        failure(
            peer -> {
              peer.readRequest();
              peer.send("HTTP/1.1 101 " + "x".repeat(20_000)).awaitEnd();
            });
    assertThat(failure.kind()).isEqualTo(Kind.UPGRADE_REFUSED);
    assertThat(failure.detail()).contains("longer than 16384 bytes");
  }

  @Test
  void seesAConnectionClosedInsteadOfAnAnswer() throws Exception {
    ConnectFailure failure = failure(RawPeer::readRequest);
    assertThat(failure.kind()).isEqualTo(Kind.UPGRADE_REFUSED);
    assertThat(failure.detail())
        .isEqualTo("The server closed the connection instead of answering the upgrade.");
  }

  @Test
  void seesAConnectionResetInsteadOfAnAnswer() throws Exception {
    ConnectFailure failure =
        failure(
            peer -> {
              peer.readRequest();
              peer.reset();
            });
    assertThat(failure.kind()).isEqualTo(Kind.UPGRADE_REFUSED);
    assertThat(failure.detail()).startsWith("The WebSocket upgrade failed: ");
  }

  @Test
  void closesAnAttemptAsSoonAsItOpens() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch closeCalled = new CountDownLatch(1);
    RawServer.Script script =
        peer -> {
          String request = peer.readRequest();
          asked.countDown();
          closeCalled.await();
          peer.accept(request).acknowledgeClose();
        };
    try (RawServer server = new RawServer(script)) {
      Connection connection = connect(server.uri(), PATIENT);
      assertThat(asked.await(PATIENT.toSeconds(), TimeUnit.SECONDS)).isTrue();
      connection.close(PATIENT);
      closeCalled.countDown();
      listener.awaitOpened();
      assertThat(listener.awaitClosed()).isEqualTo(new CloseReason(1000, "", false, true));
    }
  }

  @Test
  void givesAnAttemptUpWhenItDoesNotOpenInTheBudget() throws Exception {
    try (RawServer server = new RawServer(RawPeer::awaitEnd)) {
      connect(server.uri(), PATIENT).close(SHORT);
      ConnectFailure failure = listener.awaitFailure();
      assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
      assertThat(failure.detail()).startsWith("Called off while ");
    }
  }

  @Test
  void connectsFromAThreadWithoutContextClassLoader() throws Exception {
    connectsFromAThreadWith(null);
  }

  @Test
  void connectsFromAThreadWithAForeignContextClassLoader() throws Exception {
    try (URLClassLoader foreign = new URLClassLoader(new URL[0], null)) {
      connectsFromAThreadWith(foreign);
    }
  }

  private void connectsFromAThreadWith(ClassLoader contextClassLoader) throws Exception {
    try (RawServer server = new RawServer(peer -> peer.upgrade().text("good").awaitEnd())) {
      Thread thread =
          new Thread(
              () -> {
                try (Resources own = new Resources()) {
                  own.transport().connect(server.uri(), PATIENT, listener);
                }
              });
      thread.setContextClassLoader(contextClassLoader);
      thread.start();
      thread.join();
      listener.awaitOpened();
      assertThat(listener.nextMessage()).asString().isEqualTo("good");
    }
  }
}
