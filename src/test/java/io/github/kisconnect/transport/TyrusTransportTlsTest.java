package io.github.kisconnect.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.session.Transport.ConnectFailure;
import io.github.kisconnect.session.Transport.ConnectFailure.Kind;
import io.github.kisconnect.session.Transport.Connection;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code wss}, with a certificate for {@code localhost} made on the spot. */
class TyrusTransportTlsTest {

  private static final Duration PATIENT = Duration.ofSeconds(30);
  private static final String PASSWORD = "not-a-secret";

  @TempDir private static Path directory;
  private static SSLContext tls;

  private final ExecutorService threads = Executors.newCachedThreadPool(new NamedThreads("tls"));
  private final Timer timer = new Timer();
  private final RecordingListener listener = new RecordingListener();

  @BeforeAll
  static void makeCertificate() throws IOException, InterruptedException, GeneralSecurityException {
    Path file = directory.resolve("server.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("keytool.log").toFile())
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    tls = SSLContext.getInstance("TLS");
    tls.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
    timer.stop();
  }

  private Connection connect(URI uri, SSLSocketFactory sockets) {
    return connect(uri, sockets, PATIENT);
  }

  private Connection connect(URI uri, SSLSocketFactory sockets, Duration timeout) {
    return new TyrusTransport(threads, timer, sockets).connect(uri, timeout, listener);
  }

  private static RawServer server(RawServer.Script script) {
    return new RawServer(script, tls.getServerSocketFactory(), "wss");
  }

  @Test
  void deliversAndClosesLikeWithoutTls() throws Exception {
    byte[] large = new byte[70_000];
    try (RawServer server = server(peer -> peer.upgrade().text(large).acknowledgeClose())) {
      Connection connection = connect(server.uri(), tls.getSocketFactory());
      listener.awaitOpened();
      assertThat(listener.nextMessage()).isEqualTo(large);
      connection.sendText("subscribe");
      connection.close(PATIENT);
      assertThat(listener.awaitClosed().acknowledged()).isTrue();
      assertThat(listener.reads).isNotEmpty().containsOnly(false);
    }
  }

  @Test
  void endsAtTheBudgetWhenThePeerDoesNotRead() throws Exception {
    try (RawServer server = server(peer -> peer.upgrade().hold())) {
      Connection connection = connect(server.uri(), tls.getSocketFactory());
      listener.awaitOpened();
      connection.sendText("x".repeat(900_000));
      connection.close(Duration.ofMillis(200));
      assertThat(listener.awaitClosed().acknowledged()).isFalse();
    }
  }

  @Test
  void refusesACertificateThatNobodyTrusts() throws Exception {
    try (RawServer server = server(RawPeer::readRequest)) {
      connect(server.uri(), (SSLSocketFactory) SSLSocketFactory.getDefault());
      assertRefused();
    }
  }

  @Test
  void refusesACertificateOfAnotherHost() throws Exception {
    try (RawServer server = server(RawPeer::readRequest)) {
      URI other = URI.create("wss://127.0.0.1:" + server.uri().getPort());
      connect(other, tls.getSocketFactory());
      assertRefused();
    }
  }

  @Test
  void refusesAServerWithoutTls() throws Exception {
    try (RawServer server = new RawServer(peer -> peer.send("HTTP/1.1 400 Bad\r\n\r\n"))) {
      connect(URI.create("wss://localhost:" + server.uri().getPort()), tls.getSocketFactory());
      assertRefused();
    }
  }

  @Test
  void limitsTheWaitForAServerThatIsSilentInTheHandshake() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    RawServer.Script script =
        peer -> {
          peer.awaitEnd();
          ended.countDown();
        };
    try (RawServer server = new RawServer(script)) {
      URI secure = URI.create("wss://localhost:" + server.uri().getPort());
      connect(secure, tls.getSocketFactory(), Duration.ofMillis(200));
      ConnectFailure failure = listener.awaitFailure();
      assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
      assertThat(failure.detail()).contains("200 ms", "TLS handshake");
      assertThat(ended.await(PATIENT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }
  }

  private void assertRefused() {
    ConnectFailure failure = listener.awaitFailure();
    assertThat(failure.kind()).isEqualTo(Kind.UPGRADE_REFUSED);
    assertThat(failure.detail()).startsWith("The TLS handshake failed: ");
  }
}
