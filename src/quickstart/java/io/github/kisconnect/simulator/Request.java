package io.github.kisconnect.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A well-formed register or release request.
 *
 * @param approvalKey as sent, perhaps blank
 * @param register true for tr_type 1, false for 2
 */
record Request(String approvalKey, boolean register, Subscription subscription) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern TICKER = Pattern.compile("[0-9A-Z]{1,12}");
  private static final Set<String> TRS =
      Set.of(
          Subscription.EXPECTED_TRADE,
          "H0NXANC0",
          "H0UNANC0",
          "H0STOAC0",
          "H0STCNT0",
          "H0STASP0",
          "H0STMKO0",
          "H0STCNI0");

  static Request parse(String text) throws MalformedRequestException {
    JsonNode message = json(text);
    JsonNode header = require(message, "header", ServerCode.OPSP9998);
    JsonNode body = require(message, "body", ServerCode.OPSP9992);
    JsonNode input = require(body, "input", ServerCode.OPSP9991);
    String customerType = require(header, "custtype", ServerCode.OPSP9997).asText();
    check(Set.of("P", "B").contains(customerType), ServerCode.OPSP8998);
    JsonNode type = require(header, "tr_type", ServerCode.OPSP8997);
    check(type.isTextual() && Set.of("1", "2").contains(type.asText()), ServerCode.OPSP8997);
    String trId = require(input, "tr_id", ServerCode.OPSP8991).asText();
    check(TRS.contains(trId), ServerCode.OPSP8991);
    String trKey = require(input, "tr_key", ServerCode.OPSP9990).asText();
    check(TICKER.matcher(trKey).matches(), ServerCode.OPSP8992);
    return new Request(
        header.path("approval_key").asText(),
        type.asText().equals("1"),
        new Subscription(trId, trKey));
  }

  @Override
  public String toString() {
    return "Request[register=" + register + ", " + subscription + "]";
  }

  private static JsonNode json(String text) throws MalformedRequestException {
    try {
      JsonNode message = JSON.readTree(text);
      check(message.isObject(), ServerCode.OPSP9999);
      return message;
    } catch (JsonProcessingException e) {
      throw new MalformedRequestException(ServerCode.OPSP9999);
    }
  }

  private static JsonNode require(JsonNode parent, String name, ServerCode otherwise)
      throws MalformedRequestException {
    JsonNode child = parent.path(name);
    check(!child.isMissingNode() && !child.isNull(), otherwise);
    return child;
  }

  private static void check(boolean holds, ServerCode otherwise) throws MalformedRequestException {
    if (!holds) {
      throw new MalformedRequestException(otherwise);
    }
  }
}
