package io.github.kisconnect.protocol;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Builds frames as KIS does, and decodes them in one step. */
final class Frames {

  private Frames() {}

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** A plain H0STANC0 frame with an honest count. */
  static String frame(List<String> records) {
    return frame(String.format("%03d", records.size()), String.join("^", records));
  }

  /** A plain H0STANC0 frame with any count. */
  static String frame(String count, String payload) {
    return "0|H0STANC0|" + count + "|" + payload;
  }

  static Frame parse(String message) {
    byte[] bytes = bytes(message);
    return FrameParser.parse(bytes, bytes.length);
  }

  static Frame.Data data(String message) {
    return (Frame.Data) parse(message);
  }

  static DecodedFrame decode(String message, String... tickers) {
    return new RecordDecoder(new Tickers(List.of(tickers))).decode(data(message), null);
  }
}
