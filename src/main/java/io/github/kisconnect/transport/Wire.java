package io.github.kisconnect.transport;

import io.github.kisconnect.session.Transport;
import io.github.kisconnect.session.Transport.ConnectFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.glassfish.tyrus.core.CloseReasons;
import org.glassfish.tyrus.spi.Connection;
import org.glassfish.tyrus.spi.UpgradeRequest;
import org.glassfish.tyrus.spi.UpgradeResponse;
import org.glassfish.tyrus.spi.Writer;

/**
 * Joins the socket of one connection with Tyrus. All but {@link #abort} and the writer belongs to
 * the I/O thread of the connection.
 */
final class Wire {

  private static final int CHUNK_BYTES = 1 << 16;

  private final PeerSocket socket;
  private final QueuedWriter writer;
  private Connection tyrus;

  Wire(PeerSocket socket, Executor writers) {
    this.socket = socket;
    this.writer = new QueuedWriter(socket, writers);
  }

  /** Connects and asks for the upgrade; gives an answer of status 101. */
  UpgradeResponse exchange(UpgradeRequest request) throws IOException {
    socket.open();
    UpgradeExchange.send(request, socket.out());
    return UpgradeExchange.receive(socket.in());
  }

  Writer writer() {
    return writer;
  }

  void upgraded(Connection connection) {
    tyrus = connection;
  }

  /**
   * Feeds Tyrus as long as {@code wanted}, and tells what it feeds from when to when.
   *
   * @return false if the peer ended the stream before
   * @throws IOException if the connection is reset or aborted
   */
  boolean read(BooleanSupplier wanted, Transport.Listener listener) throws IOException {
    byte[] chunk = new byte[CHUNK_BYTES];
    while (wanted.getAsBoolean()) {
      int length = socket.in().read(chunk);
      if (length < 0) {
        return false;
      }
      listener.arrived(length < chunk.length && socket.showsAllThatCame());
      tyrus.getReadHandler().handle(ByteBuffer.wrap(chunk, 0, length));
      listener.handled();
    }
    return true;
  }

  /**
   * Waits until everything is sent, {@code limit} at most, then lets go of the socket and of what
   * Tyrus keeps for it.
   */
  void end(Duration limit) {
    writer.finish(limit);
    socket.abort();
    if (tyrus != null) {
      tyrus.close(CloseReasons.CLOSED_ABNORMALLY.getCloseReason());
    }
  }

  ConnectFailure explain(Exception failure) {
    return socket.explain(failure);
  }

  ConnectFailure timedOut() {
    return socket.timedOut();
  }

  ConnectFailure abandoned() {
    return socket.abandoned();
  }

  /** Any thread. */
  void abort() {
    socket.abort();
  }
}
