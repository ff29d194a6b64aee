package io.github.kisconnect.simulator;

/** What the server answers to a request, with its text on the wire (kis-protocol 2.3). */
public enum ServerCode {
  OPSP0000("0", "SUBSCRIBE SUCCESS"),
  OPSP0001("0", "UNSUBSCRIBE SUCCESS"),
  OPSP0002("1", "ALREADY IN SUBSCRIBE"),
  OPSP0003("1", "UNSUBSCRIBE ERROR(not found!)"),
  OPSP0007("1", "SUBSCRIBE INTERNAL ERROR"),
  OPSP0008("1", "MAX SUBSCRIBE OVER"),
  OPSP0009("1", "SUBSCRIBE ERROR : mci send failed"),
  OPSP0010("1", "SUBSCRIBE WARNING : invalid appkey"),
  OPSP0011("1", "invalid approval : NOT FOUND"),
  OPSP8991("9", "invalid tr_id"),
  OPSP8992("9", "invalid tr_key"),
  OPSP8993("9", "JSON PARSING ERROR : invalid tr_key"),
  OPSP8994("9", "personalseckey not found"),
  OPSP8995("9", "appsecret not found"),
  OPSP8996("9", "ALREADY IN USE appkey"),
  OPSP8997("9", "invalid tr_type"),
  OPSP8998("9", "invalid custtype"),
  OPSP8999("9", "resource not available (call parameter)"),
  OPSP9990("9", "tr_key not found"),
  OPSP9991("9", "input not found"),
  OPSP9992("9", "body not found"),
  OPSP9993("9", "internal error"),
  OPSP9994("9", "INVALID appkey"),
  OPSP9995("9", "resource not available"),
  OPSP9996("9", "appkey (missing)"),
  OPSP9997("9", "custtype not found"),
  OPSP9998("9", "header not found"),
  OPSP9999("9", "JSON PARSING ERROR : invalid json format");

  private final String result;
  private final String text;

  ServerCode(String result, String text) {
    this.result = result;
    this.text = text;
  }

  /** {@code rt_cd}: 0 success, 1 refusal of this registration, 9 refusal of message or session. */
  String result() {
    return result;
  }

  /** {@code msg1}. */
  String text() {
    return text;
  }
}
