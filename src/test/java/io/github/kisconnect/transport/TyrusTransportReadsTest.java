package io.github.kisconnect.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.session.Transport.Connection;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is told about reads of the socket. */
class TyrusTransportReadsTest {

  private static final Duration PATIENT = Duration.ofSeconds(30);

  private final Resources resources = new Resources();
  private final CountDownLatch sent = new CountDownLatch(1);
  private final RecordingListener listener =
      new RecordingListener() {
        @Override
        public void message(byte[] bytes) {
          super.message(bytes);
          await(sent);
        }
      };

  @AfterEach
  void closeResources() {
    resources.close();
  }

  @Test
  void tellWhetherTheyWereOfAllThatHadCome() throws Exception {
    RawServer.Script script =
        peer -> {
          peer.upgrade().text("first").text(new byte[100_000]);
          sent.countDown();
          peer.acknowledgeClose();
        };
    try (RawServer server = new RawServer(script)) {
      Connection connection = resources.transport().connect(server.uri(), PATIENT, listener);
      listener.awaitOpened();
      listener.nextMessage();
      listener.nextMessage();
      connection.close(PATIENT);
      listener.awaitClosed();

      assertThat(listener.reads).contains(false).endsWith(true);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(PATIENT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
