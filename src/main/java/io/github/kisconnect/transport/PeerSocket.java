package io.github.kisconnect.transport;

import io.github.kisconnect.session.Transport.ConnectFailure;
import io.github.kisconnect.session.Transport.ConnectFailure.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * The TCP or TLS connection of one attempt. One I/O thread opens and reads it; any thread may abort
 * it, which ends whatever that thread waits for, a name lookup excepted.
 *
 * <p>Nothing here has a time limit of its own, since that would make the JDK ask the system three
 * times for every frame where once is enough: the attempt as a whole is aborted when its time is
 * up. Reads are not buffered for the same reason.
 */
final class PeerSocket {

  /** How far the attempt has come. */
  private enum Phase {
    LOOKUP("looking up the name"),
    CONNECT("waiting for the TCP connection"),
    TLS("waiting for the TLS handshake"),
    UPGRADE("waiting for the answer to the upgrade");

    private final String doing;

    Phase(String doing) {
      this.doing = doing;
    }
  }

  private final URI uri;
  private final Duration timeout;
  private final SSLSocketFactory tlsSockets;
  private final Socket tcp = new Socket();
  private volatile Phase phase = Phase.LOOKUP;
  private InputStream in = InputStream.nullInputStream();
  private OutputStream out = OutputStream.nullOutputStream();

  PeerSocket(URI uri, Duration timeout, SSLSocketFactory tlsSockets) {
    this.uri = uri;
    this.timeout = timeout;
    this.tlsSockets = tlsSockets;
  }

  /** Connects, with TLS for {@code wss}. */
  void open() throws IOException {
    InetSocketAddress address = new InetSocketAddress(uri.getHost(), port());
    if (address.isUnresolved()) {
      throw new ConnectFailedException(
          Kind.UNREACHABLE, "The name was not found. host=" + uri.getHost());
    }
    phase = Phase.CONNECT;
    tcp.setTcpNoDelay(true);
    tcp.setKeepAlive(true);
    tcp.connect(address);
    Socket socket = secure() ? startTls() : tcp;
    phase = Phase.UPGRADE;
    in = socket.getInputStream();
    out = socket.getOutputStream();
  }

  /** Whether a read that leaves room has read all that had come: TLS gives it record by record. */
  boolean showsAllThatCame() {
    return !secure();
  }

  private Socket startTls() throws IOException {
    phase = Phase.TLS;
    SSLSocket tls = (SSLSocket) tlsSockets.createSocket(tcp, uri.getHost(), port(), true);
    SSLParameters parameters = tls.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    tls.setSSLParameters(parameters);
    tls.startHandshake();
    return tls;
  }

  InputStream in() {
    return in;
  }

  OutputStream out() {
    return out;
  }

  /** Says in one sentence why the attempt failed. */
  ConnectFailure explain(Exception failure) {
    if (failure instanceof ConnectFailedException explained) {
      return explained.failure();
    }
    String cause =
        failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    String what = " failed: " + Redaction.clean(cause) + ". " + where();
    return switch (phase) {
      case LOOKUP, CONNECT -> new ConnectFailure(Kind.UNREACHABLE, "The TCP connection" + what);
      case TLS -> new ConnectFailure(Kind.UPGRADE_REFUSED, "The TLS handshake" + what);
      case UPGRADE -> new ConnectFailure(Kind.UPGRADE_REFUSED, "The WebSocket upgrade" + what);
    };
  }

  ConnectFailure timedOut() {
    return new ConnectFailure(
        Kind.TIMEOUT,
        "Gave up after " + timeout.toMillis() + " ms while " + phase.doing + ". " + where());
  }

  /** The attempt was called off before it came to an end. */
  ConnectFailure abandoned() {
    return new ConnectFailure(Kind.TIMEOUT, "Called off while " + phase.doing + ". " + where());
  }

  /** Shuts the socket, without TLS farewell and without waiting for anything. Repeatable. */
  void abort() {
    try {
      tcp.close();
    } catch (IOException alreadyGone) {
      // The descriptor is released in any case.
    }
  }

  private boolean secure() {
    return "wss".equalsIgnoreCase(uri.getScheme());
  }

  private int port() {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return secure() ? 443 : 80;
  }

  private String where() {
    return "host=" + uri.getHost() + " port=" + port();
  }
}
