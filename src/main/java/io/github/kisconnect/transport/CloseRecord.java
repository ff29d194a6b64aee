package io.github.kisconnect.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.kisconnect.session.Transport.CloseReason;
import java.nio.ByteBuffer;

/**
 * Collects how a connection ends: the close frames of both sides, or what broke it. The first event
 * decides who began. Any thread.
 */
final class CloseRecord {

  private static final int NO_CODE = 1005;
  private static final int ABNORMAL = 1006;

  /** A close frame of one side. */
  private record Side(int code, String phrase) {}

  private Side ours;
  private Side peers;
  private boolean begunByUs;
  private String breakage = "";

  /** Our close frame goes out. */
  synchronized void ours(int code, String phrase) {
    if (ours == null && breakage.isEmpty()) {
      ours = new Side(code, phrase);
      begunByUs = peers == null;
    }
  }

  /** The peer's close frame came in, with this payload: nothing, or a code and a phrase. */
  synchronized void peers(byte[] payload) {
    if (peers == null && breakage.isEmpty()) {
      ByteBuffer bytes = ByteBuffer.wrap(payload);
      int code = bytes.remaining() < Short.BYTES ? NO_CODE : Short.toUnsignedInt(bytes.getShort());
      peers = new Side(code, Redaction.clean(UTF_8.decode(bytes).toString()));
    }
  }

  /** The connection ended before the closing handshake did. The first reason stays. */
  synchronized void broke(String sentence) {
    breakage = breakage.isEmpty() ? sentence : breakage;
  }

  /** Whether a close frame was seen on either way. */
  synchronized boolean isBegun() {
    return ours != null || peers != null;
  }

  /** Whether the closing handshake is over. */
  synchronized boolean isComplete() {
    return ours != null && peers != null;
  }

  /** The code and phrase of who began; where the handshake stayed incomplete, what broke it. */
  synchronized CloseReason reason() {
    Side first = begunByUs ? ours : peers;
    int code = first == null ? ABNORMAL : first.code();
    String phrase = first == null || !isComplete() ? breakage : first.phrase();
    return new CloseReason(code, phrase, !begunByUs, isComplete());
  }
}
