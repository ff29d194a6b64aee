package io.github.kisconnect.simulator;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A fault as the command line and the admin interface take it, for example {@code
 * {"fault":"corrupt","how":"INVALID_UTF8","times":3,"after":"PT10S"}}.
 *
 * @param times how often an armed fault strikes
 * @param after how long to wait before
 * @param every how long to wait before the same again, if ever
 */
record FaultOrder(Fault fault, int times, Duration after, Optional<Duration> every) {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .addModule(new SimpleModule().addDeserializer(Duration.class, new DurationReader()))
          .build();

  FaultOrder {
    if (times < 1) {
      throw new IllegalArgumentException("'times' is at least 1, not " + times);
    }
    if (every.isPresent() && every.get().toMillis() < 1) {
      throw new IllegalArgumentException("'every' is at least 1 ms");
    }
  }

  /**
   * @throws IllegalArgumentException with a sentence, where the text is no such order
   */
  static FaultOrder parse(String json) {
    try {
      JsonNode order = JSON.readTree(json);
      if (!order.path("fault").isTextual()) {
        throw new IllegalArgumentException("'fault' is the name of a fault");
      }
      ObjectNode parameters = (ObjectNode) order;
      JsonNode times = parameters.remove("times");
      JsonNode after = parameters.remove("after");
      JsonNode every = parameters.remove("every");
      return new FaultOrder(
          JSON.treeToValue(parameters, Fault.class),
          times == null ? 1 : times.asInt(),
          after == null ? Duration.ZERO : JSON.treeToValue(after, Duration.class),
          every == null ? Optional.empty() : Optional.of(JSON.treeToValue(every, Duration.class)));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    }
  }

  /** ISO-8601, or a number of milliseconds. */
  private static final class DurationReader extends StdDeserializer<Duration> {

    private static final long serialVersionUID = 1L;

    DurationReader() {
      super(Duration.class);
    }

    @Override
    public Duration deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (parser.currentToken().isNumeric()) {
        return Duration.ofMillis(parser.getLongValue());
      }
      try {
        return Duration.parse(parser.getText());
      } catch (DateTimeParseException e) {
        return (Duration)
            context.handleWeirdStringValue(
                Duration.class, parser.getText(), "not a duration such as PT10S or 10000");
      }
    }
  }
}
