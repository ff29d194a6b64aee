package io.github.kisconnect.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.SocketException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.junit.jupiter.api.Test;

/** What becomes of frames on their way out, without a peer. */
class QueuedWriterTest {

  private final List<String> ends = new ArrayList<>();

  private final QueuedWriter writer =
      new QueuedWriter(
          new PeerSocket(
              URI.create("ws://127.0.0.1:9"),
              Duration.ofSeconds(1),
              (SSLSocketFactory) SSLSocketFactory.getDefault()),
          Runnable::run);

  @Test
  void goesOnAfterAFrameWhoseSenderThrewWhenItWasSent() {
    writer.write(frame(), ending("first", new IllegalStateException("The sender's own fault.")));
    writer.write(frame(), ending("second", null));

    assertThat(ends).containsExactly("first completed", "first failed", "second completed");
  }

  @Test
  void refusesFramesOnceItHasFinished() {
    writer.finish(Duration.ofSeconds(1));
    writer.write(frame(), ending("late", null));

    assertThat(ends).containsExactly("late failed");
  }

  @Test
  void refusesMoreThanThePeerTakes() {
    List<Runnable> held = new ArrayList<>();
    QueuedWriter slow =
        new QueuedWriter(
            new PeerSocket(
                URI.create("ws://127.0.0.1:9"),
                Duration.ofSeconds(1),
                (SSLSocketFactory) SSLSocketFactory.getDefault()),
            held::add);
    slow.write(ByteBuffer.allocate(QueuedWriter.MAX_QUEUED_BYTES), ending("first", null));
    slow.write(frame(), ending("one too many", null));

    assertThat(ends).containsExactly("one too many failed");
  }

  @Test
  void endsTheSocketWhereWhatIsQueuedIsNotSentInTime() {
    PeerSocket socket =
        new PeerSocket(
            URI.create("ws://127.0.0.1:9"),
            Duration.ofSeconds(1),
            (SSLSocketFactory) SSLSocketFactory.getDefault());
    List<Runnable> held = new ArrayList<>();
    QueuedWriter stuck = new QueuedWriter(socket, held::add);
    stuck.write(frame(), ending("stuck", null));

    stuck.finish(Duration.ofMillis(1));

    assertThatThrownBy(socket::open)
        .isInstanceOf(SocketException.class)
        .hasMessageContaining("closed");
  }

  private static ByteBuffer frame() {
    return ByteBuffer.allocate(8);
  }

  private CompletionHandler<ByteBuffer> ending(String name, RuntimeException thrown) {
    return new CompletionHandler<>() {
      @Override
      public void completed(ByteBuffer sent) {
        ends.add(name + " completed");
        if (thrown != null) {
          throw thrown;
        }
      }

      @Override
      public void failed(Throwable cause) {
        ends.add(name + " failed");
      }
    };
  }
}
