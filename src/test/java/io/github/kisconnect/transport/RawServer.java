package io.github.kisconnect.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ServerSocketFactory;

/**
 * A server that plays a script byte by byte on every connection, each on a thread of its own. What
 * a script throws is kept for {@link #close}, unless the client went away first.
 */
final class RawServer implements AutoCloseable {

  /** What the server does on one connection, which is closed behind it. */
  interface Script {
    void play(RawPeer peer) throws Exception;
  }

  private final ServerSocket server;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(new NamedThreads("raw-server"));
  private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final Script script;
  private final String scheme;

  RawServer(Script script) {
    this(script, ServerSocketFactory.getDefault(), "ws");
  }

  RawServer(Script script, ServerSocketFactory factory, String scheme) {
    this.script = script;
    this.scheme = scheme;
    try {
      server = factory.createServerSocket(0, 100, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  URI uri() {
    return URI.create(scheme + "://localhost:" + server.getLocalPort() + "/tryitout");
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        sockets.add(socket);
        threads.execute(() -> play(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void play(Socket socket) {
    try (socket) {
      script.play(new RawPeer(socket));
    } catch (IOException | InterruptedException clientGoneOrTestOver) {
      return;
    } catch (Exception | AssertionError e) {
      failures.add(e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
    threads.shutdownNow();
    if (!failures.isEmpty()) {
      throw new AssertionError("The script failed: " + List.copyOf(failures), failures.peek());
    }
  }
}
