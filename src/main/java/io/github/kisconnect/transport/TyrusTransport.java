package io.github.kisconnect.transport;

import io.github.kisconnect.session.Transport;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLSocketFactory;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;

/**
 * WebSocket connections by Tyrus, for any number of sessions. Each connection has one I/O thread,
 * from the attempt to its end, on which its listener hears everything; so a listener that blocks
 * holds up its own connection and no other, and {@code closed} comes after it has returned.
 *
 * <p>Fragments may add up to {@value FragmentJoiner#MAX_MESSAGE_BYTES} bytes; more end the
 * connection with 1009. Tyrus measures single frames together with what follows them in its buffer,
 * so they get ample room, {@value #MAX_FRAME_BYTES} bytes; beyond that it ends the connection with
 * 1011.
 */
final class TyrusTransport implements Transport {

  private static final int MAX_FRAME_BYTES = 4 << 20;

  /** Below zero no timer is set; zero would set one for every message. */
  private static final long NO_IDLE_TIMEOUT = -1;

  private final ClientManager client;
  private final Executor threads;
  private final Delays delays;
  private final SSLSocketFactory tlsSockets;

  TyrusTransport(Executor threads, Delays delays, SSLSocketFactory tlsSockets) {
    this.client = createClient();
    this.threads = threads;
    this.delays = delays;
    this.tlsSockets = tlsSockets;
  }

  /** Tyrus finds classes by the context class loader, which need not be ours. */
  private static ClientManager createClient() {
    Thread thread = Thread.currentThread();
    ClassLoader callers = thread.getContextClassLoader();
    thread.setContextClassLoader(TyrusTransport.class.getClassLoader());
    try {
      ClientManager client = ClientManager.createClient(LenientTextContainer.class.getName());
      client.setDefaultMaxSessionIdleTimeout(NO_IDLE_TIMEOUT);
      client.getProperties().put(ClientProperties.INCOMING_BUFFER_SIZE, MAX_FRAME_BYTES);
      return client;
    } finally {
      thread.setContextClassLoader(callers);
    }
  }

  @Override
  public Connection connect(URI uri, Duration timeout, Listener listener) {
    Wire wire = new Wire(new PeerSocket(uri, timeout, tlsSockets), threads);
    TyrusConnection connection = new TyrusConnection(wire, threads, delays, listener);
    connection.start(client, uri, timeout);
    return connection;
  }
}
