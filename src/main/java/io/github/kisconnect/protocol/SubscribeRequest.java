package io.github.kisconnect.protocol;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The JSON text of a registration or release (kis-protocol 2.1). The text holds the approval key:
 * it goes to the server and nowhere else.
 */
public final class SubscribeRequest {

  /** The TR that this connector subscribes to. */
  public static final String TR_ID = "H0STANC0";

  private static final String REGISTER = "1";
  private static final String RELEASE = "2";

  private SubscribeRequest() {}

  public static String subscribe(String approvalKey, CustomerType customerType, String ticker) {
    return request(approvalKey, customerType, REGISTER, ticker);
  }

  public static String unsubscribe(String approvalKey, CustomerType customerType, String ticker) {
    return request(approvalKey, customerType, RELEASE, ticker);
  }

  private static String request(
      String approvalKey, CustomerType customerType, String trType, String ticker) {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request
        .putObject("header")
        .put("approval_key", approvalKey)
        .put("custtype", customerType.name())
        .put("tr_type", trType)
        .put("content-type", "utf-8");
    request.putObject("body").putObject("input").put("tr_id", TR_ID).put("tr_key", ticker);
    return request.toString();
  }
}
