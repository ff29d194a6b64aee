package io.github.kisconnect.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.session.Transport.CloseReason;
import io.github.kisconnect.session.Transport.Connection;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ways a connection ends. */
class TyrusTransportCloseTest {

  private static final Duration PATIENT = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(200);

  private final Resources resources = new Resources();
  private final RecordingListener listener = new RecordingListener();

  @AfterEach
  void closeResources() {
    resources.close();
  }

  private Connection open(RawServer server) {
    Connection connection = resources.transport().connect(server.uri(), PATIENT, listener);
    listener.awaitOpened();
    return connection;
  }

  private CloseReason closedBy(RawServer.Script script) throws IOException {
    try (RawServer server = new RawServer(script)) {
      open(server);
      return listener.awaitClosed();
    }
  }

  @Test
  void waitsForTheCloseFrameOfThePeer() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    Inbox<RawPeer.Frame> frames = new Inbox<>();
    RawServer.Script script =
        peer -> {
          RawPeer.Frame close = peer.upgrade().readFrame();
          frames.add(close);
          release.await();
          peer.text("too late").frame(true, RawPeer.CLOSE, close.payload()).awaitEnd();
        };
    try (RawServer server = new RawServer(script)) {
      Connection connection = open(server);
      connection.close(PATIENT);
      RawPeer.Frame close = frames.take();
      assertThat(close.opcode()).isEqualTo(RawPeer.CLOSE);
      assertThat(close.payload()).containsExactly(1000 >> 8, (byte) 1000);
      listener.assertSilence();
      release.countDown();
      assertThat(listener.awaitClosed()).isEqualTo(new CloseReason(1000, "", false, true));
    }
  }

  @Test
  void hearsNoSignOfLifeInAPingOnceItCloses() throws Exception {
    RawServer.Script script =
        peer -> {
          RawPeer.Frame close = peer.upgrade().readFrame();
          peer.frame(true, RawPeer.PING, new byte[0]);
          peer.frame(true, RawPeer.CLOSE, close.payload()).awaitEnd();
        };
    try (RawServer server = new RawServer(script)) {
      open(server).close(PATIENT);
      assertThat(listener.awaitClosed()).isEqualTo(new CloseReason(1000, "", false, true));
    }
  }

  @Test
  void sendsWhatIsQueuedBeforeItsCloseFrame() throws Exception {
    Inbox<RawPeer.Frame> frames = new Inbox<>();
    RawServer.Script script =
        peer -> {
          frames.add(peer.upgrade().readFrame());
          peer.acknowledgeClose();
        };
    try (RawServer server = new RawServer(script)) {
      Connection connection = open(server);
      connection.sendText("last words");
      connection.close(PATIENT);
      assertThat(frames.take().text()).isEqualTo("last words");
      assertThat(listener.awaitClosed().acknowledged()).isTrue();
    }
  }

  @Test
  void endsAtTheBudgetWhenThePeerNeverAnswers() throws Exception {
    try (RawServer server = new RawServer(peer -> peer.upgrade().awaitEnd())) {
      Connection connection = open(server);
      connection.close(SHORT);
      assertThat(listener.awaitClosed())
          .isEqualTo(
              new CloseReason(
                  1000, "The server did not answer our close frame in time.", false, false));
    }
  }

  @Test
  void endsAtTheBudgetWhenThePeerDoesNotEvenRead() throws Exception {
    try (RawServer server = new RawServer(peer -> peer.upgrade().hold())) {
      Connection connection = open(server);
      connection.sendText("x".repeat(900_000));
      connection.close(SHORT);
      CloseReason reason = listener.awaitClosed();
      assertThat(reason.byPeer()).isFalse();
      assertThat(reason.acknowledged()).isFalse();
    }
  }

  @Test
  void endsWhenThePeerAnswersByLeaving() throws Exception {
    try (RawServer server = new RawServer(peer -> peer.upgrade().readFrame())) {
      open(server).close(PATIENT);
      assertThat(listener.awaitClosed())
          .isEqualTo(
              new CloseReason(
                  1000, "The server ended the connection without a close frame.", false, false));
    }
  }

  @Test
  void closesOnceHoweverOftenItIsTold() throws Exception {
    try (RawServer server = new RawServer(peer -> peer.upgrade().acknowledgeClose())) {
      Connection connection = open(server);
      connection.close(PATIENT);
      connection.close(SHORT);
      assertThat(listener.awaitClosed().acknowledged()).isTrue();
      connection.close(SHORT);
      Awaitility.await().during(SHORT.multipliedBy(2)).untilAsserted(listener::assertSilence);
    }
  }

  @ParameterizedTest
  @CsvSource({"1000, bye", "1001, going away", "1011, ''", "3000, own code", "4999, own code"})
  void acknowledgesTheCloseFrameOfThePeer(int code, String phrase) throws Exception {
    Inbox<RawPeer.Frame> frames = new Inbox<>();
    RawServer.Script script =
        peer -> {
          peer.upgrade().closeFrame(code, phrase);
          frames.add(peer.readFrame());
        };
    try (RawServer server = new RawServer(script)) {
      open(server);
      assertThat(listener.awaitClosed()).isEqualTo(new CloseReason(code, phrase, true, true));
      assertThat(frames.take().opcode()).isEqualTo(RawPeer.CLOSE);
    }
  }

  @Test
  void acceptsACloseFrameWithoutCode() throws Exception {
    CloseReason reason =
        closedBy(peer -> peer.upgrade().frame(true, RawPeer.CLOSE, new byte[0]).awaitEnd());
    assertThat(reason).isEqualTo(new CloseReason(1005, "", true, true));
  }

  @Test
  void acceptsACloseFrameWithGarbage() throws Exception {
    byte[] garbage = {(byte) (1002 >> 8), (byte) 1002, (byte) 0xA3, (byte) 0xAC, 0};
    CloseReason reason =
        closedBy(peer -> peer.upgrade().frame(true, RawPeer.CLOSE, garbage).awaitEnd());
    assertThat(reason.code()).isEqualTo(1002);
    assertThat(reason.byPeer()).isTrue();
  }

  @Test
  void hidesAKeyInThePhraseOfThePeer() throws Exception {
    CloseReason reason =
        closedBy(
            peer ->
                peer.upgrade()
                    .closeFrame(1008, "invalid approval : 0a0a0a0a-1b1b-2c2c-3d3d-4e4e4e4e4e4e")
                    .awaitEnd());
    assertThat(reason.phrase()).isEqualTo("invalid approval : ***");
  }

  @Test
  void reportsAnEndWithoutCloseFrame() throws Exception {
    assertThat(closedBy(RawPeer::upgrade))
        .isEqualTo(
            new CloseReason(
                1006, "The server ended the connection without a close frame.", true, false));
  }

  @Test
  void deliversWhatCameBeforeTheEnd() throws Exception {
    try (RawServer server = new RawServer(peer -> peer.upgrade().text("last"))) {
      open(server);
      assertThat(listener.nextMessage()).asString().isEqualTo("last");
      assertThat(listener.awaitClosed().code()).isEqualTo(1006);
    }
  }

  @Test
  void reportsAReset() throws Exception {
    CountDownLatch opened = new CountDownLatch(1);
    RawServer.Script script =
        peer -> {
          peer.upgrade();
          opened.await();
          peer.reset();
        };
    try (RawServer server = new RawServer(script)) {
      open(server);
      opened.countDown();
      CloseReason reason = listener.awaitClosed();
      assertThat(reason.code()).isEqualTo(1006);
      assertThat(reason.phrase()).startsWith("The connection broke: ");
      assertThat(reason.byPeer()).isTrue();
      assertThat(reason.acknowledged()).isFalse();
    }
  }

  @Test
  void closesOverAFrameThatIsNoFrame() throws Exception {
    byte[] fragmentedPing = {0x09, 0};
    CloseReason reason = closedBy(peer -> peer.upgrade().send(fragmentedPing).acknowledgeClose());
    assertThat(reason.code()).isEqualTo(1002);
    assertThat(reason.byPeer()).isFalse();
  }
}
