package io.github.kisconnect.quickstart.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * Answer of {@code PUT /connector-plugins/<class>/config/validate}.
 *
 * @param answer the whole JSON
 */
public record ConfigValidation(JsonNode answer) {

  /** The sentences by key; keys without a problem are left out. */
  public Map<String, List<String>> errors() {
    Map<String, List<String>> errors = new LinkedHashMap<>();
    for (JsonNode config : answer.path("configs")) {
      JsonNode value = config.path("value");
      List<String> sentences =
          StreamSupport.stream(value.path("errors").spliterator(), false)
              .map(JsonNode::asText)
              .toList();
      if (!sentences.isEmpty()) {
        errors.put(value.path("name").asText(), sentences);
      }
    }
    return errors;
  }
}
