package io.github.kisconnect.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Problems between keys are attached to each of them. */
class CrossFieldRulesTest {

  @ParameterizedTest
  @CsvSource({
    "topic,gap.topic,same,same,other",
    "topic,malformed.topic,same,other,same",
    "gap.topic,malformed.topic,other,same,same"
  })
  void wantsATopicForEachKindOfRecord(
      String first, String second, String topic, String gapTopic, String malformedTopic) {
    Map<String, List<String>> problems =
        SampleProperties.problems(
            SampleProperties.with(
                "topic", topic, "gap.topic", gapTopic, "malformed.topic", malformedTopic));

    List<String> sentence =
        List.of(first + " and " + second + " are the same topic: give each its own.");
    assertThat(problems).containsOnly(Map.entry(first, sentence), Map.entry(second, sentence));
  }

  @Test
  void countsAppKeysAgainstSecrets() {
    Map<String, List<String>> problems =
        SampleProperties.problems(SampleProperties.with("kis.app.secrets", "a,b,c"));

    List<String> sentence =
        List.of(
            "kis.app.keys counts 2, but kis.app.secrets counts 3: give one secret for each app key, in"
                + " the same order.");
    assertThat(problems)
        .containsOnly(Map.entry("kis.app.keys", sentence), Map.entry("kis.app.secrets", sentence));
  }

  @ParameterizedTest
  @CsvSource({
    "reconnect.backoff.ms,2000,reconnect.backoff.max.ms,1999,must not be less than",
    "liveness.probe.ms,2000,liveness.timeout.ms,2000,must be greater than",
    "liveness.probe.ms,2000,liveness.timeout.ms,1999,must be greater than"
  })
  void putsPairsInOrder(String low, String lowValue, String high, String highValue, String how) {
    Map<String, List<String>> problems =
        SampleProperties.problems(SampleProperties.with(low, lowValue, high, highValue));

    List<String> sentence =
        List.of(
            "%s=%s %s %s=%s: raise the first or lower the second."
                .formatted(high, highValue, how, low, lowValue));
    assertThat(problems).containsOnly(Map.entry(low, sentence), Map.entry(high, sentence));
  }

  @Test
  void allowsAConstantBackoff() {
    assertThat(
            SampleProperties.problems(
                SampleProperties.with(
                    "reconnect.backoff.ms", "2000", "reconnect.backoff.max.ms", "2000")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://openapi.koreainvestment.com:9443",
        "HTTP://simulator:8080",
        "http://10.0.0.1",
        "http://127.0.0.1.example.com",
        "http://localhost.example.com",
        "http://[2001:db8::1]:80",
        "http://0.0.0.0:80"
      })
  void refusesPlainHttpToAnotherHostUnlessAllowed(String url) {
    assertThat(SampleProperties.problems(SampleProperties.with("kis.rest.url", url)))
        .containsOnly(
            Map.entry(
                "kis.rest.url",
                List.of(
                    "kis.rest.url would send app key and secret in clear text to another host: use"
                        + " https, or set kis.rest.allow.http=true where the network is private.")));
    assertThat(
            SampleProperties.problems(
                SampleProperties.with("kis.rest.url", url, "kis.rest.allow.http", "true")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8080",
        "http://LocalHost",
        "http://127.0.0.1:8080/base",
        "http://127.1.2.3",
        "http://[::1]:8080",
        "http://[0:0:0:0:0:0:0:1]",
        "https://openapi.koreainvestment.com:9443"
      })
  void acceptsHttpsAndPlainHttpWithinTheMachine(String url) {
    assertThat(SampleProperties.problems(SampleProperties.with("kis.rest.url", url))).isEmpty();
  }

  @Test
  void staysSilentWhereAValueIsUnreadable() {
    assertThat(
            SampleProperties.problems(
                SampleProperties.with(
                    "kis.rest.url", "http://simulator",
                    "kis.rest.allow.http", "maybe",
                    "reconnect.backoff.max.ms", "long",
                    "liveness.probe.ms", "short")))
        .containsOnlyKeys("kis.rest.allow.http", "reconnect.backoff.max.ms", "liveness.probe.ms");
  }
}
