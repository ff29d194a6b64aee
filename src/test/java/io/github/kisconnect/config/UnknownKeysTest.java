package io.github.kisconnect.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Misspelt keys are found, and those of Connect and other plugins are left alone. */
class UnknownKeysTest {

  @ParameterizedTest
  @CsvSource({
    "kis.ticker,kis.tickers",
    "kis.tikcers,kis.tickers",
    "KIS.Tickers,kis.tickers",
    "kis_tickers,kis.tickers",
    "kis.app.key,kis.app.keys",
    "kis.appkeys,kis.app.keys",
    "kis.app.secret,kis.app.secrets",
    "queue.capcity,queue.capacity",
    "que.capacity,queue.capacity",
    "queue.overflow.polcy,queue.overflow.policy",
    "poll.max.record,poll.max.records",
    "connect.timeout,''",
    "connect.timout.ms,connect.timeout.ms",
    "connection.timeout.ms,''",
    "reconnect.backof.ms,reconnect.backoff.ms",
    "recconect.backoff.ms,reconnect.backoff.ms",
    "liveness.timeout.millis,liveness.timeout.ms",
    "malformed.topics,malformed.topic",
    "gap-topic,gap.topic",
    "validate.credential,validate.credentials"
  })
  void suggestsTheKeyThatWasMeant(String misspelt, String meant) {
    Map<String, List<String>> problems =
        SampleProperties.problems(SampleProperties.with(misspelt, "x"));

    if (meant.isEmpty()) {
      assertThat(problems).isEmpty();
    } else {
      assertThat(problems)
          .containsOnly(
              Map.entry(
                  misspelt,
                  List.of(
                      misspelt + " is not a key of this connector: did you mean " + meant + "?")));
    }
  }

  @Test
  void listsTheKeysOfThePrefixWhereNothingIsNear() {
    assertThat(SampleProperties.problems(SampleProperties.with("poll.linger", "x")))
        .containsOnly(
            Map.entry(
                "poll.linger",
                List.of(
                    "poll.linger is not a key of this connector: remove it, or use one of"
                        + " poll.max.records, poll.pause.close.ms, poll.timeout.ms.")));
  }

  @Test
  void answersWithoutTheValueOfTheUnknownKey() {
    assertThat(
            SampleProperties.value(
                    SampleProperties.with("kis.app.secret", "dummy-secret"), "kis.app.secret")
                .value())
        .isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"task.index", "task.count", "task.tickers"})
  void refusesTheKeysThatTheConnectorSetsItself(String key) {
    assertThat(SampleProperties.problems(SampleProperties.with(key, "0")))
        .containsOnly(Map.entry(key, List.of(key + " is set by the connector itself: remove it.")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name",
        "connector.class",
        "connector.plugin.version",
        "tasks.max",
        "tasks.max.enforce",
        "task.class",
        "key.converter",
        "key.converter.schema.registry.url",
        "key.converter.plugin.version",
        "value.converter",
        "value.converter.schema.registry.url",
        "value.converter.connect.meta.data",
        "header.converter",
        "header.converter.plugin.version",
        "transforms",
        "transforms.kis.type",
        "transforms.topic.topic",
        "predicates",
        "predicates.gap.type",
        "config.action.reload",
        "config.providers",
        "errors.retry.timeout",
        "errors.retry.delay.max.ms",
        "errors.tolerance",
        "errors.log.enable",
        "errors.log.include.messages",
        "topic.creation.groups",
        "topic.creation.enable",
        "topic.creation.default.partitions",
        "topic.creation.default.replication.factor",
        "topic.creation.kis.include",
        "producer.override.linger.ms",
        "producer.override.reconnect.backoff.ms",
        "producer.override.reconnect.backoff.max.ms",
        "consumer.override.reconnect.backoff.ms",
        "admin.override.reconnect.backoff.ms",
        "offsets.storage.topic",
        "exactly.once.support",
        "transaction.boundary",
        "transaction.boundary.interval.ms",
        "connect.meta.data",
        "confluent.topic.bootstrap.servers",
        "topics",
        ""
      })
  void leavesTheKeysOfConnectAndOthersAlone(String key) {
    assertThat(SampleProperties.problems(SampleProperties.with(key, "1"))).isEmpty();
  }

  @Test
  void isNotSlowedDownByAHugeKey() {
    String key = "kis." + "x".repeat(1_000_000);

    assertThat(SampleProperties.problems(SampleProperties.with(key, "1"))).containsOnlyKeys(key);
  }
}
