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
  private final Consumer<byte[]> messages;
  private ByteArrayOutputStream fragments = new ByteArrayOutputStream(0);

  FragmentJoiner(Session session, Consumer<byte[]> messages) {
    this.session = session;
    this.messages = messages;
  }

  @Override
  public void onMessage(ByteBuffer part, boolean last) {
    if (last && fragments.size() == 0) {
      messages.accept(bytes(part));
    } else if (fragments.size() + part.remaining() > MAX_MESSAGE_BYTES) {
      refuse();
    } else {
      join(part, last);
    }
  }

  private void join(ByteBuffer part, boolean last) {
    fragments.writeBytes(bytes(part));
    if (last) {
      byte[] whole = fragments.toByteArray();
      fragments = new ByteArrayOutputStream(0);
      messages.accept(whole);
    }
  }

  /** Tyrus makes an array for every frame and keeps none of them. */
  private static byte[] bytes(ByteBuffer part) {
    if (part.hasArray() && part.arrayOffset() == 0 && part.remaining() == part.array().length) {
      return part.array();
    }
    byte[] copy = new byte[part.remaining()];
    part.get(copy);
    return copy;
  }

  private void refuse() {
    try {
      session.close(CloseReasons.TOO_BIG.getCloseReason());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
