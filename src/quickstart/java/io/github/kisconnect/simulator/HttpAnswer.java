package io.github.kisconnect.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** What an HTTP endpoint gives back. */
record HttpAnswer(int status, String contentType, String body) {

  static final String JSON = "application/json; charset=utf-8";

  static HttpAnswer json(int status, String body) {
    return new HttpAnswer(status, JSON, body);
  }

  static HttpAnswer error(int status, String code, String description) {
    return json(status, errorBody(code, description));
  }

  /** The usual shape of KIS's errors. */
  static String errorBody(String code, String description) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("error_description", description)
        .put("error_code", code)
        .toString();
  }

  @Override
  public String toString() {
    return "HttpAnswer[" + status + "]";
  }
}
