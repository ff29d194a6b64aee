package io.github.kisconnect.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A WebSocket client on a bare socket: it hides no byte, no control frame and no way to end. */
final class RawClient implements AutoCloseable {

  static final int CONTINUATION = 0;
  static final int TEXT = 1;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  private static final int PATIENCE_MILLIS = 30_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;

  private RawClient(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(socket.getInputStream());
    this.out = socket.getOutputStream();
    socket.setSoTimeout(PATIENCE_MILLIS);
  }

  /** Connects and asks for an upgrade, without reading the answer. */
  static RawClient knock(KisSimulator simulator) {
    URI uri = simulator.webSocketUri();
    try {
      RawClient client = new RawClient(new Socket(uri.getHost(), uri.getPort()));
      client.out.write(
          """
          GET %s HTTP/1.1\r
          Host: %s:%d\r
          Upgrade: websocket\r
          Connection: Upgrade\r
          Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
          Sec-WebSocket-Version: 13\r
          \r
          """
              .formatted(uri.getPath(), uri.getHost(), uri.getPort())
              .getBytes(StandardCharsets.US_ASCII));
      return client;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static RawClient connect(KisSimulator simulator) {
    RawClient client = knock(simulator);
    String status = client.httpHead();
    if (!status.startsWith("HTTP/1.1 101 ")) {
      throw new IllegalStateException("No upgrade: " + status);
    }
    return client;
  }

  /** Reads up to the blank line that ends a head, or to the end of the stream. */
  String httpHead() {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    try {
      for (int each = in.read(); each >= 0; each = in.read()) {
        head.write(each);
        if (head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
          break;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  void send(int opcode, byte[] payload) {
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 14);
    frame.put((byte) (0x80 | opcode));
    if (payload.length < 126) {
      frame.put((byte) (0x80 | payload.length));
    } else {
      frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
    }
    frame.putInt(0).put(payload).flip();
    try {
      out.write(frame.array(), 0, frame.limit());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void send(int opcode, String payload) {
    send(opcode, payload.getBytes(StandardCharsets.UTF_8));
  }

  void close(int code) {
    send(CLOSE, ByteBuffer.allocate(2).putShort((short) code).array());
  }

  /** Sends tr_type 1. */
  void register(String approvalKey, String ticker) {
    send(TEXT, request(approvalKey, "P", "1", "H0STANC0", ticker));
  }

  /** Sends tr_type 2. */
  void release(String approvalKey, String ticker) {
    send(TEXT, request(approvalKey, "P", "2", "H0STANC0", ticker));
  }

  static String request(String approvalKey, String customer, String type, String tr, String key) {
    return """
        {"header":{"approval_key":"%s","custtype":"%s","tr_type":"%s","content-type":"utf-8"},\
        "body":{"input":{"tr_id":"%s","tr_key":"%s"}}}"""
        .formatted(approvalKey, customer, type, tr, key);
  }

  /** The next frame, or how the connection ended. */
  Frame read() {
    try {
      int first = in.readUnsignedByte();
      int length = in.readUnsignedByte();
      long size = length == 126 ? in.readUnsignedShort() : length == 127 ? in.readLong() : length;
      return new Frame(first & 0x0F, (first & 0x80) != 0, in.readNBytes((int) size), End.NONE);
    } catch (EOFException e) {
      return Frame.ended(End.FIN);
    } catch (SocketTimeoutException e) {
      return Frame.ended(End.SILENCE);
    } catch (SocketException e) {
      return Frame.ended(End.RESET);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of the next frame. */
  String readText() {
    return read().text();
  }

  JsonNode readJson() {
    try {
      return JSON.readTree(readText());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The {@code msg_cd} of the next frame. */
  String readCode() {
    return readJson().at("/body/msg_cd").asText();
  }

  /** How long a read may wait before it counts as silence. */
  void patience(int millis) {
    try {
      socket.setSoTimeout(millis);
    } catch (SocketException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Leaves without a close frame. */
  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How a connection ended, if it did. */
  enum End {
    NONE,
    FIN,
    RESET,
    SILENCE
  }

  /** One frame as it was on the wire. */
  record Frame(int opcode, boolean last, byte[] payload, End end) {

    static Frame ended(End end) {
      return new Frame(-1, true, new byte[0], end);
    }

    /** One character per byte. */
    String text() {
      return new String(payload, StandardCharsets.ISO_8859_1);
    }

    int closeCode() {
      return ByteBuffer.wrap(payload).getShort();
    }
  }
}
