package io.github.kisconnect.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server's end of one connection, with frames as bytes. */
final class RawPeer {

  static final int TEXT = 1;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  private static final Pattern KEY =
      Pattern.compile("Sec-WebSocket-Key: (\\S+)", Pattern.CASE_INSENSITIVE);

  /** A frame of the client, unmasked. */
  record Frame(int opcode, byte[] payload) {
    String text() {
      return new String(payload, UTF_8);
    }
  }

  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;

  RawPeer(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(socket.getInputStream());
    this.out = socket.getOutputStream();
  }

  String readRequest() throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
      head.write(in.readByte());
    }
    return head.toString(ISO_8859_1);
  }

  String read(int length) throws IOException {
    return new String(in.readNBytes(length), UTF_8);
  }

  /** Reads the request and agrees. */
  RawPeer upgrade() throws IOException {
    return accept(readRequest());
  }

  RawPeer accept(String request) throws IOException {
    return accept(request, "");
  }

  RawPeer accept(String request, String moreHeaders) throws IOException {
    Matcher key = KEY.matcher(request);
    if (!key.find()) {
      throw new EOFException("no key in " + request);
    }
    return send(
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Accept: "
            + acceptance(key.group(1))
            + "\r\n"
            + moreHeaders
            + "\r\n");
  }

  private static String acceptance(String key) {
    try {
      byte[] joined = (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(ISO_8859_1);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(joined));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  RawPeer send(String text) throws IOException {
    return send(text.getBytes(ISO_8859_1));
  }

  RawPeer send(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
    return this;
  }

  RawPeer text(byte[] payload) throws IOException {
    return frame(true, TEXT, payload);
  }

  RawPeer text(String payload) throws IOException {
    return text(payload.getBytes(UTF_8));
  }

  RawPeer closeFrame(int code, String phrase) throws IOException {
    byte[] text = phrase.getBytes(UTF_8);
    ByteBuffer payload = ByteBuffer.allocate(Short.BYTES + text.length);
    return frame(true, CLOSE, payload.putShort((short) code).put(text).array());
  }

  RawPeer frame(boolean last, int opcode, byte[] payload) throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 10);
    frame.put((byte) (opcode | (last ? 0x80 : 0)));
    if (payload.length < 126) {
      frame.put((byte) payload.length);
    } else if (payload.length < 1 << 16) {
      frame.put((byte) 126).putShort((short) payload.length);
    } else {
      frame.put((byte) 127).putLong(payload.length);
    }
    frame.put(payload).flip();
    byte[] bytes = new byte[frame.remaining()];
    frame.get(bytes);
    return send(bytes);
  }

  Frame readFrame() throws IOException {
    int opcode = in.readUnsignedByte() & 0x0F;
    int length = in.readUnsignedByte() & 0x7F;
    if (length == 126) {
      length = in.readUnsignedShort();
    } else if (length == 127) {
      length = Math.toIntExact(in.readLong());
    }
    byte[] mask = in.readNBytes(4);
    byte[] payload = in.readNBytes(length);
    for (int i = 0; i < payload.length; i++) {
      payload[i] ^= mask[i % 4];
    }
    return new Frame(opcode, payload);
  }

  /** Answers the client's close frame, whatever comes before it. */
  void acknowledgeClose() throws IOException {
    Frame frame = readFrame();
    while (frame.opcode() != CLOSE) {
      frame = readFrame();
    }
    frame(true, CLOSE, frame.payload());
    awaitEnd();
  }

  /** Reads until the client ends the connection. */
  void awaitEnd() throws IOException {
    in.transferTo(OutputStream.nullOutputStream());
  }

  /** Neither reads nor writes until the server is closed. */
  void hold() throws InterruptedException {
    new CountDownLatch(1).await();
  }

  /** Ends the connection by RST. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }
}
