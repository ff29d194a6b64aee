package io.github.kisconnect.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.session.Transport.Connection;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames in both directions, good and corrupt ones. */
class TyrusTransportFramesTest {

  private static final Duration PATIENT = Duration.ofSeconds(30);
  private static final int MEBIBYTE = 1 << 20;

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

  private void assertDelivered(byte[]... messages) throws Exception {
    RawServer.Script script =
        peer -> {
          peer.upgrade();
          for (byte[] message : messages) {
            peer.text(message);
          }
          peer.text("still alive").acknowledgeClose();
        };
    try (RawServer server = new RawServer(script)) {
      Connection connection = open(server);
      for (byte[] message : messages) {
        assertThat(listener.nextMessage()).isEqualTo(message);
      }
      assertThat(listener.nextMessage()).asString().isEqualTo("still alive");
      connection.close(PATIENT);
      assertThat(listener.awaitClosed().acknowledged()).isTrue();
    }
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  @Test
  void livesOnWithInvalidUtf8() throws Exception {
    assertDelivered(
        bytes('0', '|', 0xA3, 0xAC, '^'),
        bytes(0xEB, 0xA3, 0xAC),
        bytes(0x60, 0xC2, 0x80, 0x80),
        bytes(0xFF, 0xFE, 0xED, 0xA0, 0x80));
  }

  @Test
  void writesNoMessageIntoTheLogOfTyrusEvenAtItsFinestLevel() throws Exception {
    Logger tyrus = Logger.getLogger("org.glassfish.tyrus");
    List<String> lines = new CopyOnWriteArrayList<>();
    Handler handler = new LineKeeper(lines);
    tyrus.addHandler(handler);
    tyrus.setLevel(Level.ALL);
    try (RawServer server =
        new RawServer(
            peer -> {
              RawPeer.Frame request = peer.upgrade().readFrame();
              peer.text(request.text()).acknowledgeClose();
            })) {
      Connection connection = open(server);
      connection.sendText("approval_key=unspeakable");
      assertThat(listener.nextMessage()).asString().contains("unspeakable");
      connection.close(PATIENT);
      listener.awaitClosed();
    } finally {
      tyrus.removeHandler(handler);
      tyrus.setLevel(null);
    }
    assertThat(lines).isNotEmpty().noneMatch(line -> line.contains("unspeakable"));
  }

  /** Keeps what is logged at any level. */
  private static final class LineKeeper extends Handler {
    private final List<String> lines;

    LineKeeper(List<String> lines) {
      this.lines = lines;
      setLevel(Level.ALL);
    }

    @Override
    public void publish(LogRecord line) {
      lines.add(String.valueOf(line.getMessage()));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @Test
  void livesOnWithNulAndEmptyMessages() throws Exception {
    assertDelivered(bytes(0), bytes('a', 0, 'b'), new byte[0]);
  }

  @ParameterizedTest
  @ValueSource(ints = {125, 126, 65_535, 65_536, 70_000, MEBIBYTE, 3 * MEBIBYTE})
  void deliversFramesOfEverySize(int size) throws Exception {
    byte[] message = new byte[size];
    Arrays.fill(message, (byte) '^');
    assertDelivered(message, message);
  }

  @Test
  void givesEveryMessageAnArrayOfItsOwn() throws Exception {
    try (RawServer server =
        new RawServer(peer -> peer.upgrade().text("one").text("two").text("six").awaitEnd())) {
      open(server);
      List<byte[]> messages =
          List.of(listener.nextMessage(), listener.nextMessage(), listener.nextMessage());

      assertThat(messages).extracting(String::new).containsExactly("one", "two", "six");
    }
  }

  @Test
  void joinsFragmentsBrokenInsideACharacterWithAPingBetween() throws Exception {
    RawServer.Script script =
        peer -> {
          peer.upgrade();
          peer.frame(false, RawPeer.TEXT, bytes('a', 0xEA, 0xB0));
          peer.frame(true, RawPeer.PING, bytes('p'));
          peer.frame(false, 0, bytes(0x80, 0xA3));
          peer.frame(true, 0, bytes(0xAC));
          peer.text("next").awaitEnd();
        };
    try (RawServer server = new RawServer(script)) {
      open(server);
      listener.next(RecordingListener.Event.Control.class);
      assertThat(listener.nextMessage()).isEqualTo(bytes('a', 0xEA, 0xB0, 0x80, 0xA3, 0xAC));
      assertThat(listener.nextMessage()).asString().isEqualTo("next");
    }
  }

  @Test
  void deliversFragmentsUpToTheLimit() throws Exception {
    byte[] half = new byte[MEBIBYTE / 2];
    RawServer.Script script =
        peer -> {
          peer.upgrade();
          peer.frame(false, RawPeer.TEXT, half).frame(true, 0, half).awaitEnd();
        };
    try (RawServer server = new RawServer(script)) {
      open(server);
      assertThat(listener.nextMessage()).hasSize(MEBIBYTE);
    }
  }

  @Test
  void endsTheConnectionOverAFragmentedMessageBeyondTheLimit() throws Exception {
    byte[] half = new byte[MEBIBYTE / 2];
    RawServer.Script script =
        peer -> {
          peer.upgrade();
          peer.frame(false, RawPeer.TEXT, half).frame(false, 0, half);
          peer.frame(true, 0, bytes('x')).acknowledgeClose();
        };
    try (RawServer server = new RawServer(script)) {
      open(server);
      var reason = listener.awaitClosed();
      assertThat(reason.code()).isEqualTo(1009);
      assertThat(reason.byPeer()).isFalse();
      assertThat(reason.acknowledged()).isTrue();
    }
  }

  @Test
  void endsTheConnectionOverAFrameBeyondTheLimit() throws Exception {
    RawServer.Script script =
        peer -> peer.upgrade().text(new byte[5 * MEBIBYTE]).acknowledgeClose();
    try (RawServer server = new RawServer(script)) {
      open(server);
      var reason = listener.awaitClosed();
      assertThat(reason.code()).isEqualTo(1011);
      assertThat(reason.byPeer()).isFalse();
    }
  }

  @Test
  void sendsTextAsText() throws Exception {
    Inbox<RawPeer.Frame> frames = new Inbox<>();
    RawServer.Script script =
        peer -> {
          peer.upgrade();
          frames.add(peer.readFrame());
          frames.add(peer.readFrame());
          peer.awaitEnd();
        };
    try (RawServer server = new RawServer(script)) {
      Connection connection = open(server);
      connection.sendText("삼성전자");
      connection.sendText("{\"header\":{}}");
      RawPeer.Frame first = frames.take();
      assertThat(first.opcode()).isEqualTo(RawPeer.TEXT);
      assertThat(first.text()).isEqualTo("삼성전자");
      assertThat(frames.take().text()).isEqualTo("{\"header\":{}}");
    }
  }

  @Test
  void answersAPingAndReportsIt() throws Exception {
    Inbox<RawPeer.Frame> frames = new Inbox<>();
    RawServer.Script script =
        peer -> {
          peer.upgrade().frame(true, RawPeer.PING, bytes('h', 'i'));
          frames.add(peer.readFrame());
          peer.awaitEnd();
        };
    try (RawServer server = new RawServer(script)) {
      open(server);
      listener.next(RecordingListener.Event.Control.class);
      RawPeer.Frame pong = frames.take();
      assertThat(pong.opcode()).isEqualTo(RawPeer.PONG);
      assertThat(pong.text()).isEqualTo("hi");
    }
  }

  @Test
  void sendsAPingAndReportsThePong() throws Exception {
    RawServer.Script script =
        peer -> {
          RawPeer.Frame ping = peer.upgrade().readFrame();
          assertThat(ping.opcode()).isEqualTo(RawPeer.PING);
          peer.frame(true, RawPeer.PONG, ping.payload()).acknowledgeClose();
        };
    try (RawServer server = new RawServer(script)) {
      Connection connection = open(server);
      connection.sendPing();
      listener.next(RecordingListener.Event.Control.class);
      connection.close(PATIENT);
      listener.awaitClosed();
    }
  }

  @Test
  void sendsAPongOnlyWhenTold() throws Exception {
    Inbox<RawPeer.Frame> frames = new Inbox<>();
    RawServer.Script script =
        peer -> {
          peer.upgrade().text("PINGPONG");
          frames.add(peer.readFrame());
          frames.add(peer.readFrame());
          peer.awaitEnd();
        };
    try (RawServer server = new RawServer(script)) {
      Connection connection = open(server);
      connection.sendPong(ByteBuffer.wrap(listener.nextMessage()));
      connection.sendText("end");
      RawPeer.Frame pong = frames.take();
      assertThat(pong.opcode()).isEqualTo(RawPeer.PONG);
      assertThat(pong.text()).isEqualTo("PINGPONG");
      assertThat(frames.take().text()).isEqualTo("end");
    }
  }

  @Test
  void dropsAPongThatFitsInNoControlFrame() throws Exception {
    RawServer.Script script =
        peer -> {
          assertThat(peer.upgrade().readFrame().text()).isEqualTo("next");
          peer.acknowledgeClose();
        };
    try (RawServer server = new RawServer(script)) {
      Connection connection = open(server);
      connection.sendPong(ByteBuffer.allocate(126));
      connection.sendText("next");
      connection.close(PATIENT);
      assertThat(listener.awaitClosed().acknowledged()).isTrue();
    }
  }

  @Test
  void doesNotWaitForAPeerThatDoesNotRead() throws Exception {
    try (RawServer server = new RawServer(peer -> peer.upgrade().hold())) {
      Connection connection = open(server);
      String text = "x".repeat(100_000);
      for (int i = 0; i < 200; i++) {
        connection.sendText(text);
      }
      var reason = listener.awaitClosed();
      assertThat(reason.code()).isEqualTo(1006);
      assertThat(reason.acknowledged()).isFalse();
      connection.sendText(text);
      connection.sendPing();
      connection.sendPong(ByteBuffer.allocate(0));
      listener.assertSilence();
    }
  }

  @Test
  void closesWhenTheListenerThrows() throws Exception {
    RecordingListener failing =
        new RecordingListener() {
          @Override
          public void message(byte[] bytes) {
            throw new IllegalStateException("of the listener");
          }
        };
    RawServer.Script script = peer -> peer.upgrade().text("bait").acknowledgeClose();
    try (RawServer server = new RawServer(script)) {
      resources.transport().connect(server.uri(), PATIENT, failing);
      failing.awaitOpened();
      var reason = failing.awaitClosed();
      assertThat(reason.byPeer()).isFalse();
      assertThat(reason.acknowledged()).isTrue();
    }
  }
}
