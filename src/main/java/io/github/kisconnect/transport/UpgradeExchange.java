package io.github.kisconnect.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.kisconnect.session.Transport.ConnectFailure.Kind;
import jakarta.websocket.server.HandshakeRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glassfish.tyrus.core.TyrusUpgradeResponse;
import org.glassfish.tyrus.spi.UpgradeRequest;
import org.glassfish.tyrus.spi.UpgradeResponse;

/**
 * The HTTP side of the opening handshake (kis-protocol 1.1): Tyrus makes the request and judges the
 * response, this class puts the one on the wire and reads the other from it.
 */
final class UpgradeExchange {

  private static final int MAX_HEAD_BYTES = 16_384;
  private static final String LINE_END = "\r\n";
  private static final int HEAD_END = 0x0D0A0D0A;
  private static final byte[] HTTP = "HTTP/1.".getBytes(ISO_8859_1);
  private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.\\d (\\d{3})(?: (.*))?");

  private UpgradeExchange() {}

  /**
   * Sends the request without extensions, as what we install is between Tyrus and us, and without
   * an origin, as this is no browser.
   */
  static void send(UpgradeRequest request, OutputStream out) throws IOException {
    URI uri = request.getRequestURI();
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    StringBuilder head = new StringBuilder("GET " + path + query + " HTTP/1.1" + LINE_END);
    request
        .getHeaders()
        .forEach(
            (name, values) -> {
              if (!name.equalsIgnoreCase(HandshakeRequest.SEC_WEBSOCKET_EXTENSIONS)
                  && !name.equalsIgnoreCase(UpgradeRequest.ORIGIN_HEADER)) {
                head.append(name).append(": ").append(String.join(", ", values)).append(LINE_END);
              }
            });
    out.write(head.append(LINE_END).toString().getBytes(ISO_8859_1));
    out.flush();
  }

  /**
   * Reads the response up to the end of its head and not a byte further.
   *
   * @throws ConnectFailedException if it is not HTTP, is cut off, or has another status than 101
   */
  static UpgradeResponse receive(InputStream in) throws IOException {
    String[] lines = head(in).split(LINE_END, -1);
    Matcher status = STATUS_LINE.matcher(lines[0]);
    if (!status.matches()) {
      throw refused("The server answered the upgrade with something that is not HTTP.");
    }
    String phrase = status.group(2) == null ? "" : status.group(2);
    if (!status.group(1).equals("101")) {
      String code = Redaction.clean(status.group(1) + " " + phrase);
      throw refused("The server refused the upgrade with HTTP " + code + ".");
    }
    UpgradeResponse response = new TyrusUpgradeResponse();
    response.setStatus(101);
    response.setReasonPhrase(phrase);
    for (String line : List.of(lines).subList(1, lines.length)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        response
            .getHeaders()
            .computeIfAbsent(line.substring(0, colon).strip(), name -> new ArrayList<>())
            .add(line.substring(colon + 1).strip());
      }
    }
    return response;
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int lastFour = 0;
    while (lastFour != HEAD_END) {
      int next = in.read();
      if (next < 0) {
        throw refused(
            head.size() == 0
                ? "The server closed the connection instead of answering the upgrade."
                : "The server closed the connection in the middle of its answer to the upgrade.");
      }
      if (head.size() < HTTP.length && next != HTTP[head.size()]) {
        throw refused("The server answered the upgrade with something that is not HTTP.");
      }
      if (head.size() == MAX_HEAD_BYTES) {
        throw refused("The answer to the upgrade is longer than " + MAX_HEAD_BYTES + " bytes.");
      }
      head.write(next);
      lastFour = lastFour << 8 | next;
    }
    return head.toString(ISO_8859_1);
  }

  private static ConnectFailedException refused(String sentence) {
    return new ConnectFailedException(Kind.UPGRADE_REFUSED, sentence);
  }
}
