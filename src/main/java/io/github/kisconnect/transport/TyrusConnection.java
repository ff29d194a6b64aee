package io.github.kisconnect.transport;

import io.github.kisconnect.session.Transport;
import io.github.kisconnect.session.Transport.ConnectFailure;
import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Session;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import org.glassfish.tyrus.client.ClientManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt and, if it succeeds, one connection. {@link #run} is its I/O thread; any thread may
 * call the other methods, which wait for nothing but a lock.
 */
final class TyrusConnection implements Transport.Connection {

  private static final Logger LOG = LoggerFactory.getLogger(TyrusConnection.class);

  /** How long the peer may take to answer a close frame that Tyrus sends of its own accord. */
  private static final Duration CLOSE_LINGER = Duration.ofSeconds(1);

  /** How long the last frames may take to leave. */
  private static final Duration FLUSH_LIMIT = Duration.ofMillis(500);

  /** How far the attempt has come. */
  private enum Stage {
    CONNECTING,
    OPEN,
    OVER
  }

  private final Wire wire;
  private final Executor threads;
  private final Delays delays;
  private final Transport.Listener listener;
  private final CloseRecord record = new CloseRecord();
  private final List<Future<?>> deadlines = new ArrayList<>();
  private Stage stage = Stage.CONNECTING;
  private Optional<Session> session = Optional.empty();
  private boolean closeRequested;

  TyrusConnection(Wire wire, Executor threads, Delays delays, Transport.Listener listener) {
    this.wire = wire;
    this.threads = threads;
    this.delays = delays;
    this.listener = listener;
  }

  void start(ClientManager client, URI uri, Duration timeout) {
    deadline(timeout, () -> giveUp(wire.timedOut()));
    threads.execute(() -> run(client, uri));
  }

  private void run(ClientManager client, URI uri) {
    connect(client, uri).ifPresent(this::live);
  }

  private Optional<Session> connect(ClientManager client, URI uri) {
    try {
      Session opened = client.connectToServer(new FeedEndpoint(this), configuration(), uri);
      if (advance(opened)) {
        return Optional.of(opened);
      }
      wire.end(Duration.ZERO);
    } catch (DeploymentException | IOException | RuntimeException e) {
      wire.end(Duration.ZERO);
      if (leave(Stage.CONNECTING)) {
        listener.connectFailed(wire.explain(e));
      }
    }
    return Optional.empty();
  }

  private ClientEndpointConfig configuration() {
    ClientEndpointConfig configuration =
        ClientEndpointConfig.Builder.create().extensions(List.of(new IncomingFrames(this))).build();
    configuration.getUserProperties().put(Wire.class.getName(), wire);
    return configuration;
  }

  private void live(Session open) {
    try {
      listener.opened();
      if (isCloseRequested()) {
        sendClose(open);
      }
      if (!wire.read(() -> !record.isComplete(), listener)) {
        record.broke("The server ended the connection without a close frame.");
      }
    } catch (IOException e) {
      record.broke("The connection broke: " + Redaction.clean(String.valueOf(e.getMessage())));
    } finally {
      end();
    }
  }

  private void end() {
    try {
      wire.end(FLUSH_LIMIT);
    } catch (IllegalStateException closed) {
      LOG.debug("Tyrus was being closed by another thread at this moment.");
    } finally {
      leave(Stage.OPEN);
      listener.closed(record.reason());
    }
  }

  /** Ends the attempt from outside; false if it is no attempt any more. */
  private boolean giveUp(ConnectFailure failure) {
    if (!leave(Stage.CONNECTING)) {
      return false;
    }
    wire.abort();
    threads.execute(() -> listener.connectFailed(failure));
    return true;
  }

  @Override
  public void sendText(String text) {
    send(open -> open.getAsyncRemote().sendText(text, result -> {}));
  }

  @Override
  public void sendPing() {
    send(open -> open.getAsyncRemote().sendPing(ByteBuffer.allocate(0)));
  }

  @Override
  public void sendPong(ByteBuffer payload) {
    send(open -> open.getAsyncRemote().sendPong(payload));
  }

  /** Something that is sent on an open session. */
  private interface Sending {
    void on(Session open) throws IOException;
  }

  /**
   * A write that fails later aborts the connection by itself. Where the peer closes at this very
   * moment, Tyrus throws a bare {@link RuntimeException}.
   */
  private void send(Sending sending) {
    Session open = openSession().orElse(null);
    if (open == null) {
      LOG.debug("Nothing is sent on a connection that is not open.");
      return;
    }
    try {
      sending.on(open);
    } catch (IllegalStateException closing) {
      LOG.debug("Nothing is sent on a connection that is closing.");
    } catch (IllegalArgumentException e) {
      LOG.warn("A control frame cannot be sent: {}", e.getMessage());
    } catch (IOException | RuntimeException e) {
      breakOff("A frame could not be sent: " + e.getMessage());
    }
  }

  @Override
  public void close(Duration budget) {
    if (requestClose()) {
      deadline(budget, this::force);
      openSession().ifPresent(this::sendClose);
    }
  }

  /** Records the close frame first: the peer's answer may be quicker than Tyrus' own report. */
  private void sendClose(Session open) {
    record.ours(CloseCodes.NORMAL_CLOSURE.getCode(), "");
    try {
      open.close();
    } catch (IOException e) {
      breakOff("The close frame could not be sent: " + e.getMessage());
    }
  }

  private void force() {
    if (!giveUp(wire.abandoned())) {
      breakOff("The server did not answer our close frame in time.");
    }
  }

  private void breakOff(String sentence) {
    record.broke(sentence);
    wire.abort();
  }

  /** A whole message came. */
  void message(byte[] bytes) {
    listener.message(bytes);
  }

  /**
   * A Ping, which Tyrus answers, or a Pong came. Once the connection is being closed it proves
   * nothing: Tyrus drops the data that comes with it.
   */
  void controlFrame() {
    if (record.isBegun()) {
      return;
    }
    try {
      listener.controlFrame();
    } catch (RuntimeException e) {
      failed(e);
    }
  }

  /** The peer's close frame came; Tyrus answers it. */
  void peerClosed(byte[] payload) {
    record.peers(payload);
  }

  /** Our close frame goes out: asked for, as an answer, or because Tyrus could not go on. */
  void weClosed(int code, String phrase) {
    record.ours(code, phrase == null ? "" : phrase);
    if (!isCloseRequested() && !record.isComplete()) {
      deadline(CLOSE_LINGER, this::force);
    }
  }

  /** The listener threw, or Tyrus could not go on and has sent its close frame already. */
  void failed(Throwable failure) {
    if (!record.isBegun()) {
      LOG.warn(
          "A frame could not be handled; the connection is closed. failure={}",
          failure.getClass().getName());
      LOG.debug("The failure in handling a frame.", failure);
      openSession().ifPresentOrElse(this::sendClose, wire::abort);
    }
  }

  private synchronized boolean advance(Session opened) {
    if (stage != Stage.CONNECTING) {
      return false;
    }
    stage = Stage.OPEN;
    session = Optional.of(opened);
    return true;
  }

  private synchronized boolean leave(Stage expected) {
    if (stage != expected) {
      return false;
    }
    stage = Stage.OVER;
    session = Optional.empty();
    deadlines.forEach(deadline -> deadline.cancel(false));
    return true;
  }

  private synchronized Optional<Session> openSession() {
    return session;
  }

  private synchronized boolean isCloseRequested() {
    return closeRequested;
  }

  private synchronized boolean requestClose() {
    boolean first = !closeRequested && stage != Stage.OVER;
    closeRequested = true;
    return first;
  }

  private synchronized void deadline(Duration limit, Runnable task) {
    if (stage != Stage.OVER) {
      deadlines.add(delays.after(limit, task));
    }
  }
}
