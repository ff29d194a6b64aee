package io.github.kisconnect.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Set;

/**
 * A control message to the client, in the shapes of kis-protocol 2.2.
 *
 * @param code {@code msg_cd}, one of the server's or any other
 * @param result {@code rt_cd}
 * @param text {@code msg1}
 */
record Reply(String code, String result, String text) {

  private static final String NOBODY = "(null)";
  private static final Set<String> ENDINGS =
      Set.of(ServerCode.OPSP0011.name(), ServerCode.OPSP8996.name());

  static Reply of(ServerCode code) {
    return new Reply(code.name(), code.result(), code.text());
  }

  /** Any code: one of the server's with its text, another one as a refusal of the registration. */
  static Reply scripted(String code) {
    return Arrays.stream(ServerCode.values())
        .filter(known -> known.name().equals(code))
        .findFirst()
        .map(Reply::of)
        .orElseGet(() -> new Reply(code, "1", "UNEXPECTED ERROR"));
  }

  /** The refusal of an approval key, which repeats it. */
  static Reply invalidApproval(String approvalKey) {
    return new Reply(
        ServerCode.OPSP0011.name(),
        ServerCode.OPSP0011.result(),
        "invalid approval : " + (approvalKey.isBlank() ? "NOT FOUND" : approvalKey));
  }

  /** About a registration; a success carries the cipher. */
  String about(Subscription subscription, SessionCipher cipher) {
    if (result.equals("9")) {
      return aboutNothing();
    }
    ObjectNode message = message(subscription.trId(), subscription.trKey());
    if (result.equals("0")) {
      ObjectNode output = ((ObjectNode) message.get("body")).putObject("output");
      output.put("iv", cipher.iv()).put("key", cipher.key());
    }
    return message.toString();
  }

  /** About a message that named nothing. */
  String aboutNothing() {
    return message(code.equals(ServerCode.OPSP8993.name()) ? "" : NOBODY, "").toString();
  }

  /** Whether the server hangs up after it. */
  boolean endsSession() {
    return ENDINGS.contains(code);
  }

  /** Whether the server does not accept the app key, whatever is asked for with it. */
  boolean refusesAppKey() {
    return code.equals(ServerCode.OPSP9994.name());
  }

  @Override
  public String toString() {
    return "Reply[" + code + "]";
  }

  private ObjectNode message(String trId, String trKey) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.putObject("header").put("tr_id", trId).put("tr_key", trKey).put("encrypt", "N");
    message.putObject("body").put("rt_cd", result).put("msg_cd", code).put("msg1", text);
    return message;
  }
}
