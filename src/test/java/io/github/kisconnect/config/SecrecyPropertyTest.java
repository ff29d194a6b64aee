package io.github.kisconnect.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;

/** However badly secrets are placed, no message, exception or log line holds one. */
class SecrecyPropertyTest {

  private static final String MARKER = "PSdummyMarkerThatMustNeverBeSeen";

  /** A marker within all that a hurried operator leaves around it. */
  @Provide
  Arbitrary<String> misplaced() {
    Arbitrary<String> around =
        Arbitraries.of(
            "",
            " ",
            ",",
            ",,",
            "\n",
            "\"",
            "'",
            ":",
            "@",
            "/",
            "#",
            "?",
            "%",
            "%s",
            "%d",
            "$",
            "${",
            "}",
            "{}",
            "[",
            "\\",
            "\u0000",
            "=",
            "1",
            "https://",
            "ws://",
            "http://user:",
            "@host",
            "true",
            "005930,",
            "drop_oldest",
            "키");
    Arbitrary<String> wrapped =
        Combinators.combine(around, around, around, around)
            .as((a, b, c, d) -> a + b + MARKER + c + d + MARKER);
    Arbitrary<String> urls =
        Combinators.combine(
                Arbitraries.of("https://", "http://", "ws://", "wss://"),
                Arbitraries.of(
                    "user:%s@host", "%s@host", "host/?key=%s", "host/#%s", "%s", "host:%s"))
            .as((scheme, rest) -> scheme + rest.formatted(MARKER));
    return Arbitraries.oneOf(wrapped, urls);
  }

  @Provide
  Arbitrary<String> key() {
    List<String> keys = new ArrayList<>(KisSourceConfig.definition().names());
    keys.addAll(
        List.of("tasks.max", "kis.app.secret", "kis.nothing", "task.index", "queue.secret"));
    return Arbitraries.of(keys);
  }

  private static Map<String, String> with(Map<String, String> misplaced) {
    Map<String, String> properties = SampleProperties.with();
    properties.putAll(misplaced);
    return properties;
  }

  @Property(tries = 500)
  void noMessageHoldsASecret(@ForAll("placements") Map<String, String> misplaced) {
    List<ConfigValue> values = SourceConfigValidation.validate(with(misplaced)).configValues();

    assertThat(values)
        .allSatisfy(value -> assertThat(value.errorMessages().toString()).doesNotContain(MARKER));
  }

  @Property(tries = 200)
  void noLogLineOrExceptionOfALoadHoldsASecretOfACredential(
      @ForAll("placements") Map<String, String> misplaced) {
    try (LogCapture log = new LogCapture()) {
      String outcome;
      try {
        outcome = new KisSourceConfig(with(misplaced), false).toString();
      } catch (ConfigException e) {
        outcome = e.toString();
      }
      assertThat(outcome + log.messages()).doesNotContain(MARKER);
    }
  }

  @Provide
  Arbitrary<Map<String, String>> placements() {
    return Arbitraries.maps(key(), misplaced()).ofMinSize(1).ofMaxSize(4);
  }
}
