package io.github.kisconnect.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.glassfish.tyrus.spi.Writer;

/**
 * Writes frames one after the other on a borrowed thread, so that no caller waits for a peer that
 * does not read. A failed write, or more than {@value #MAX_QUEUED_BYTES} bytes that the peer does
 * not take, aborts the connection. Any thread.
 */
final class QueuedWriter extends Writer {

  static final int MAX_QUEUED_BYTES = 1 << 20;

  private final PeerSocket socket;
  private final Executor executor;
  private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
  private int queuedBytes;
  private boolean finished;

  QueuedWriter(PeerSocket socket, Executor executor) {
    this.socket = socket;
    this.executor = executor;
  }

  @Override
  public void write(ByteBuffer frame, CompletionHandler<ByteBuffer> done) {
    if (enqueue(frame, done)) {
      return;
    }
    socket.abort();
    done.failed(new ClosedChannelException());
  }

  private synchronized boolean enqueue(ByteBuffer frame, CompletionHandler<ByteBuffer> done) {
    if (finished || queuedBytes + frame.remaining() > MAX_QUEUED_BYTES) {
      return false;
    }
    try {
      last = last.thenRunAsync(() -> transmit(frame, done), executor);
    } catch (RejectedExecutionException shutDown) {
      return false;
    }
    queuedBytes += frame.remaining();
    return true;
  }

  private void transmit(ByteBuffer frame, CompletionHandler<ByteBuffer> done) {
    int length = frame.remaining();
    try {
      socket.out().write(frame.array(), frame.arrayOffset() + frame.position(), length);
      socket.out().flush();
      sent(length);
      done.completed(frame);
    } catch (IOException | RuntimeException e) {
      socket.abort();
      done.failed(e);
    }
  }

  private synchronized void sent(int length) {
    queuedBytes -= length;
  }

  /** Takes no more frames and waits until the queued ones are sent, {@code limit} at most. */
  void finish(Duration limit) {
    try {
      stopAccepting().get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException | ExecutionException unsent) {
      socket.abort();
    }
  }

  private synchronized CompletableFuture<Void> stopAccepting() {
    finished = true;
    return last;
  }

  /**
   * Tyrus closes right behind its close frame. The socket stays open for the peer's answer; who
   * reads it ends it.
   */
  @Override
  public void close() {}
}
