package io.github.kisconnect.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The answer to a configuration: which keys have which problems. */
class SourceConfigValidationTest {

  private static Set<String> keys() {
    return KisSourceConfig.definition().names();
  }

  @Test
  void findsNothingWrongWithAGoodConfiguration() {
    assertThat(SampleProperties.problems(SampleProperties.with())).isEmpty();
  }

  @Test
  void answersForEveryKeyOnceAndForNoOther() {
    assertThat(SourceConfigValidation.validate(SampleProperties.with()).configValues())
        .extracting(ConfigValue::name)
        .containsExactlyInAnyOrderElementsOf(keys());
  }

  @Test
  void answersWithParsedValuesAndDefaults() {
    Map<String, String> properties = SampleProperties.with("queue.capacity", " 17 ");

    assertThat(SampleProperties.value(properties, "queue.capacity").value()).isEqualTo(17);
    assertThat(SampleProperties.value(properties, "poll.timeout.ms").value()).isEqualTo(500L);
    assertThat(SampleProperties.value(properties, "kis.tickers").value())
        .isEqualTo(List.of("005930", "000660", "0193T0"));
    assertThat(SampleProperties.value(properties, "kis.app.keys").value())
        .isInstanceOf(Password.class)
        .hasToString("[hidden]");
  }

  @Test
  void namesEveryMissingKeyInOneAnswer() {
    assertThat(SampleProperties.problems(new HashMap<>()))
        .containsOnly(
            Map.entry("topic", List.of("topic is missing and has no default: set it.")),
            Map.entry("kis.tickers", List.of("kis.tickers is missing and has no default: set it.")),
            Map.entry(
                "kis.app.keys", List.of("kis.app.keys is missing and has no default: set it.")),
            Map.entry(
                "kis.app.secrets",
                List.of("kis.app.secrets is missing and has no default: set it.")));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void refusesNullForTheKey(String key) {
    assertThat(SampleProperties.problems(SampleProperties.with(key, null)))
        .containsOnly(Map.entry(key, List.of(key + " is null: give it a value or leave it out.")));
  }

  @Test
  void survivesAMapOfNulls() {
    Map<String, String> nulls = new HashMap<>();
    keys().forEach(key -> nulls.put(key, null));
    nulls.put("tasks.max", null);
    nulls.put("kis.unknown", null);

    assertThat(SampleProperties.problems(nulls).keySet())
        .containsAll(keys())
        .contains("kis.unknown")
        .doesNotContain("tasks.max");
  }

  @ParameterizedTest
  @MethodSource("keys")
  void refusesAReferenceThatTheWorkerDidNotResolve(String key) {
    String reference = "${file:/etc/kis.properties:it}";

    assertThat(SampleProperties.problems(SampleProperties.with(key, reference)))
        .containsOnly(
            Map.entry(
                key,
                List.of(
                    key
                        + " holds a reference that the worker did not resolve: declare its"
                        + " provider in config.providers of the worker.")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "kis.session.max.subscriptions; 0; at least 1",
        "kis.session.max.subscriptions; 42; no more than 41",
        "kis.session.max.subscriptions; 40.5; a whole number in [1,...,41]",
        "queue.capacity; 0; at least 1",
        "queue.capacity; -1; at least 1",
        "queue.capacity; 10000001; no more than 10000000",
        "queue.capacity; 99999999999; a whole number",
        "queue.max.bytes; 1048575; at least 1048576",
        "queue.max.bytes; 17179869185; no more than 17179869184",
        "queue.block.timeout.ms; 0; at least 1",
        "queue.block.timeout.ms; 60001; no more than 60000",
        "poll.max.records; 0; at least 1",
        "poll.max.records; 100001; no more than 100000",
        "poll.timeout.ms; 9; at least 10",
        "poll.timeout.ms; 1001; no more than 1000",
        "poll.pause.close.ms; 1999; 0 or [2000,...,86400000]",
        "poll.pause.close.ms; -1; 0 or [2000,...,86400000]",
        "poll.pause.close.ms; 86400001; 0 or [2000,...,86400000]",
        "poll.pause.close.ms; never; a whole number in 0 or [2000,...,86400000]",
        "subscribe.interval.ms; 49; at least 50",
        "subscribe.interval.ms; 5001; no more than 5000",
        "subscribe.ack.timeout.ms; 99; at least 100",
        "subscribe.ack.timeout.ms; 120001; no more than 120000",
        "connect.timeout.ms; 99; at least 100",
        "connect.timeout.ms; 60001; no more than 60000",
        "reconnect.backoff.ms; 99; at least 100",
        "reconnect.backoff.max.ms; 3600001; no more than 3600000",
        "liveness.probe.ms; 99; at least 100",
        "liveness.timeout.ms; 3600001; no more than 3600000",
        "poll.timeout.ms; soon; a whole number in [10,...,1000]",
        "poll.timeout.ms; ''; a whole number in [10,...,1000]",
        "queue.overflow.policy; drop; must be one of drop_oldest, drop_newest, block, fail.",
        "queue.overflow.policy; ''; must be one of drop_oldest, drop_newest, block, fail.",
        "decimal.mode; exact; must be one of precise, double, string.",
        "malformed.policy; ignore; must be one of quarantine, skip, fail.",
        "kis.customer.type; C; must be one of P, B.",
        "kis.pingpong.reply; ping; must be one of echo, pong.",
        "validate.credentials; yes; give true or false.",
        "kis.rest.allow.http; 1; give true or false.",
        "topic; a topic; is no legal topic name",
        "topic; ''; is no legal topic name",
        "topic; ..; is no legal topic name",
        "gap.topic; gaps!; is no legal topic name",
        "malformed.topic; ''; is no legal topic name",
        "kis.rest.url; openapi.koreainvestment.com; must begin with https:// or http://.",
        "kis.rest.url; wss://host:1; must begin with https:// or http://.",
        "kis.rest.url; 'https://host name'; is no URL: give one like https://host:port.",
        "kis.rest.url; https://user@host; must not carry a user or password",
        "kis.rest.url; https://host/?a=b; remove all from '?' or '#' on.",
        "kis.ws.url; http://host; must begin with ws:// or wss://.",
        "kis.ws.url; ws://kis_simulator:9000; no valid host",
        "kis.ws.url; ws:///tryitout; no valid host",
        "kis.ws.url; ws:opaque; no valid host",
        "kis.ws.url; ws://host:0; an impossible port",
        "kis.ws.url; ws://host:65536; an impossible port",
        "kis.ws.url; ''; must begin with ws:// or wss://.",
        "kis.ws.url; ws://host/#a; remove all from '?' or '#' on.",
      })
  void saysWhatIsWrongWithTheValueAndNothingElse(String key, String value, String expected) {
    Map<String, List<String>> problems =
        SampleProperties.problems(SampleProperties.with(key, value));

    assertThat(problems).containsOnlyKeys(key);
    assertThat(problems.get(key)).singleElement().asString().contains(key, expected).endsWith(".");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "kis.session.max.subscriptions; 1",
        "kis.session.max.subscriptions; 41",
        "queue.capacity; 1",
        "queue.capacity; 10000000",
        "queue.max.bytes; 1048576",
        "queue.max.bytes; 17179869184",
        "queue.block.timeout.ms; 60000",
        "poll.max.records; 1",
        "poll.timeout.ms; 10",
        "poll.timeout.ms; 1000",
        "poll.pause.close.ms; 0",
        "poll.pause.close.ms; 2000",
        "poll.pause.close.ms; 86400000",
        "subscribe.interval.ms; 50",
        "reconnect.backoff.ms; 300000",
        "reconnect.backoff.max.ms; 1000",
        "liveness.timeout.ms; 60001",
        "liveness.probe.ms; 119999",
        "queue.overflow.policy; BLOCK",
        "kis.customer.type; p",
        "validate.credentials; TRUE",
        "topic; a.b_c-D9",
        "kis.rest.url; https://[2001:db8::1]:9443/",
        "kis.ws.url; ws://127.0.0.1:21000",
        "kis.ws.url; WSS://proxy.example/a/b",
        "kis.tickers; Q500001,005930",
      })
  void acceptsTheValue(String key, String value) {
    Map<String, String> properties =
        SampleProperties.with("kis.tickers", "005930,000660", key, value);

    assertThat(SampleProperties.problems(properties)).isEmpty();
  }

  @Test
  void findsTheProblemsOfAllKeysInOneAnswer() {
    Map<String, String> properties =
        SampleProperties.with(
            "topic", "expected trades",
            "kis.tickers", "005930,abc,005930,",
            "kis.app.secrets", "dummy-secret-1",
            "kis.ws.url", "http://host",
            "poll.timeout.ms", "soon",
            "decimal.mode", "exact",
            "queue.capcity", "5");

    assertThat(SampleProperties.problems(properties))
        .containsOnlyKeys(
            "topic",
            "kis.tickers",
            "kis.app.keys",
            "kis.app.secrets",
            "kis.ws.url",
            "poll.timeout.ms",
            "decimal.mode",
            "queue.capcity");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-3", "many", ""})
  void leavesABadTasksMaxToConnect(String tasksMax) {
    assertThat(
            SourceConfigValidation.validate(
                    SampleProperties.with(
                        "tasks.max", tasksMax, "kis.tickers", SampleProperties.tickers(100)))
                .configValues())
        .extracting(ConfigValue::name)
        .doesNotContain("tasks.max");
  }

  @Test
  void namesItsKeyInEverySentenceBecauseConnectListsSentencesWithoutKeys() {
    Map<String, String> properties = new HashMap<>();
    keys().forEach(key -> properties.put(key, ",?"));
    properties.put("kis.unknown", "?");

    Map<String, List<String>> problems = SampleProperties.problems(properties);

    assertThat(problems).containsKeys("topic", "kis.tickers", "kis.app.keys", "kis.unknown");
    problems.forEach(
        (key, sentences) ->
            assertThat(sentences).allSatisfy(sentence -> assertThat(sentence).contains(key)));
  }

  @Test
  void doesNotChangeWhatItIsGiven() {
    Map<String, String> properties =
        Collections.unmodifiableMap(SampleProperties.with("kis.tickers", ""));

    assertThat(SampleProperties.problems(properties)).containsOnlyKeys("kis.tickers");
  }

  @Test
  void answersConcurrentCallersEachForItself() throws Exception {
    List<Callable<Set<String>>> calls = new ArrayList<>();
    List<Set<String>> expected = new ArrayList<>();
    List<String> keys = List.copyOf(keys());
    for (int i = 0; i < 400; i++) {
      String key = keys.get(i % keys.size());
      expected.add(Set.of(key));
      calls.add(() -> erroneous(SourceConfigValidation.validate(SampleProperties.with(key, null))));
    }
    ExecutorService callers = Executors.newFixedThreadPool(4);
    try {
      List<Set<String>> answers = new ArrayList<>();
      for (Future<Set<String>> answer : callers.invokeAll(calls)) {
        answers.add(answer.get());
      }
      assertThat(answers).isEqualTo(expected);
    } finally {
      callers.shutdownNow();
    }
  }

  private static Set<String> erroneous(Config answer) {
    return answer.configValues().stream()
        .filter(value -> !value.errorMessages().isEmpty())
        .map(ConfigValue::name)
        .collect(Collectors.toSet());
  }
}
