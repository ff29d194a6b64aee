package io.github.kisconnect.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;

/**
 * Reads the JSON of a control message. Numbers pass for strings; missing parts, JSON null and the
 * literal {@code (null)} pass for empty ones.
 */
final class ControlMessageReader {

  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final String PING_PONG = "PINGPONG";

  private ControlMessageReader() {}

  static ControlMessage read(byte[] bytes, int length) {
    JsonNode message;
    try {
      message = JSON.readTree(new String(bytes, 0, length, StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      return new ControlMessage.Unreadable("The message of " + length + " bytes is no JSON.");
    }
    JsonNode header = message.path("header");
    JsonNode body = message.path("body");
    if (text(header, "tr_id").equals(PING_PONG)) {
      return new ControlMessage.PingPong();
    }
    if (!body.has("rt_cd") && !body.has("msg_cd") && !body.has("msg1")) {
      return new ControlMessage.Unreadable(
          "The JSON message of " + length + " bytes is neither a reply nor a PINGPONG.");
    }
    return reply(header, body);
  }

  private static ControlMessage reply(JsonNode header, JsonNode body) {
    String rtCd = clean(body, "rt_cd");
    String rawCode = clean(body, "msg_cd");
    String text = clean(body, "msg1");
    String ticker = clean(header, "tr_key");
    return new ControlMessage.Reply(
        rtCd,
        MessageCode.of(rawCode, rtCd, text),
        rawCode,
        text,
        clean(header, "tr_id"),
        ticker.isEmpty() ? null : ticker,
        cipherKey(body.path("output")));
  }

  private static CipherKey cipherKey(JsonNode output) {
    String iv = text(output, "iv");
    String key = text(output, "key");
    return iv.isEmpty() || key.isEmpty() ? null : new CipherKey(iv, key);
  }

  private static String clean(JsonNode parent, String name) {
    return ServerText.withoutSecrets(text(parent, name));
  }

  private static String text(JsonNode parent, String name) {
    JsonNode node = parent.path(name);
    String text = node.isNull() ? "" : node.asText("").strip();
    return text.equals("(null)") ? "" : text;
  }
}
