package io.github.kisconnect.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.kisconnect.session.ApprovalSource.ApprovalKey;
import io.github.kisconnect.session.ApprovalSource.Result;
import io.github.kisconnect.session.Credentials;
import java.time.Duration;

/**
 * An HTTP answer to the approval request and what it means (kis-protocol 1.2). The gateway answers
 * with JSON of two shapes, with HTML, or with nothing; each gives a result.
 *
 * @param body the first bytes of the body
 * @param retryAfter what the server asks to wait; zero where it says nothing
 */
record ApprovalAnswer(int status, byte[] body, Duration retryAfter) {

  /** KIS names no time; public clients that waited a minute were served again. */
  static final Duration LEAST_WAIT = Duration.ofMinutes(1);

  private static final ObjectReader JSON = JsonMapper.builder().build().reader();

  /** Texts of the server go into the sentence without these credentials. */
  Result result(Credentials credentials) {
    JsonNode json = json();
    String code = text(json, "error_code", "msg_cd");
    String said =
        said(
            Redaction.clean(code, credentials),
            Redaction.clean(text(json, "error_description", "msg1"), credentials));
    return switch (code) {
      case "EGW00103" ->
          new Result.Rejected(
              code, "KIS does not accept the app key" + said + " Correct kis.app.keys.");
      case "EGW00105" ->
          new Result.Rejected(
              code,
              "KIS does not accept the app secret"
                  + said
                  + " Correct kis.app.secrets; they come in the order of kis.app.keys.");
      case "EGW00201", "EGW00133" -> throttled(said);
      case "EGW00002" -> new Result.Unavailable("KIS reports an error of its own" + said);
      default -> byStatus(text(json, "approval_key"), said);
    };
  }

  private Result byStatus(String key, String said) {
    if (status == 200) {
      return key.isBlank()
          ? new Result.Unavailable("KIS answered without an approval key" + said)
          : new Result.Approved(new ApprovalKey(key.strip()));
    }
    if (status == 429) {
      return throttled(said);
    }
    return status >= 300 && status < 500
        ? new Result.Refused(
            "KIS refused the approval request" + said + " Check kis.rest.url and the app key.")
        : new Result.Unavailable("KIS could not answer the approval request" + said);
  }

  private Result throttled(String said) {
    Duration wait = retryAfter.compareTo(LEAST_WAIT) > 0 ? retryAfter : LEAST_WAIT;
    return new Result.Throttled(
        wait,
        "KIS was asked for approval keys too often"
            + said
            + " Waiting "
            + wait.toSeconds()
            + " s.");
  }

  private String said(String code, String text) {
    StringBuilder said = new StringBuilder(" (HTTP ").append(status);
    if (!code.isEmpty()) {
      said.append(", ").append(code);
    }
    if (!text.isEmpty()) {
      said.append(", \"").append(text).append('"');
    }
    return said.append(").").toString();
  }

  private JsonNode json() {
    try {
      return JSON.readTree(new String(body, UTF_8));
    } catch (JsonProcessingException htmlOrWorse) {
      return MissingNode.getInstance();
    }
  }

  private static String text(JsonNode json, String... names) {
    for (String name : names) {
      JsonNode value = json.path(name);
      if (value.isTextual() && !value.textValue().isBlank()) {
        return value.textValue();
      }
    }
    return "";
  }
}
