package io.github.kisconnect.transport;

import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.glassfish.tyrus.core.CloseReasons;

/**
 * Makes whole messages of what Tyrus gives part by part. A handler of whole messages would be less
 * to write, but for each of them Tyrus goes through all its decoders to find one.
 *
 * <p>On the I/O thread. A message in one frame passes as it is; fragments may add up to {@value
 * #MAX_MESSAGE_BYTES} bytes, more end the connection with 1009.
 */
final class FragmentJoiner implements MessageHandler.Partial<ByteBuffer> {

  static final int MAX_MESSAGE_BYTES = 1 << 20;

  private final Session session;
  private final Consumer<ByteBuffer> messages;
  private ByteArrayOutputStream fragments = new ByteArrayOutputStream(0);

  FragmentJoiner(Session session, Consumer<ByteBuffer> messages) {
    this.session = session;
    this.messages = messages;
  }

  @Override
  public void onMessage(ByteBuffer part, boolean last) {
    if (last && fragments.size() == 0) {
      messages.accept(part);
    } else if (fragments.size() + part.remaining() > MAX_MESSAGE_BYTES) {
      refuse();
    } else {
      join(part, last);
    }
  }

  private void join(ByteBuffer part, boolean last) {
    byte[] bytes = new byte[part.remaining()];
    part.get(bytes);
    fragments.writeBytes(bytes);
    if (last) {
      ByteBuffer whole = ByteBuffer.wrap(fragments.toByteArray());
      fragments = new ByteArrayOutputStream(0);
      messages.accept(whole);
    }
  }

  private void refuse() {
    try {
      session.close(CloseReasons.TOO_BIG.getCloseReason());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
