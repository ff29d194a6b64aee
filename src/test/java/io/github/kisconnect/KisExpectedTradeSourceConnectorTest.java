package io.github.kisconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kisconnect.record.SourceOffsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.junit.jupiter.api.Test;

/** The connector as the worker sees it. */
class KisExpectedTradeSourceConnectorTest {

  private final KisExpectedTradeSourceConnector connector = new KisExpectedTradeSourceConnector();

  @Test
  void hasTheVersionOfTheBuildAndSoHasItsTask() {
    assertThat(connector.version()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    assertThat(new KisExpectedTradeSourceTask().version()).isEqualTo(connector.version());
    assertThat(connector.taskClass()).isEqualTo(KisExpectedTradeSourceTask.class);
  }

  @Test
  void makesATaskForEachAppKeyThatDiffersByItsIndexAndTickersOnly() {
    connector.start(TaskProperties.connector("kis.app.keys", "dummy-key-1,dummy-key-2"));

    final List<Map<String, String>> tasks = connector.taskConfigs(8);

    assertThat(tasks).hasSize(2);
    for (int index = 0; index < 2; index++) {
      final Map<String, String> expected = TaskProperties.connector();
      expected.put("task.index", Integer.toString(index));
      expected.put("task.count", "2");
      expected.put("task.tickers", List.of("005930,0193T0", "000660").get(index));
      assertThat(tasks.get(index)).isEqualTo(expected);
    }
  }

  @Test
  void makesNoMoreTasksThanAllowedOrThanTickers() {
    connector.start(TaskProperties.connector());
    assertThat(connector.taskConfigs(1)).hasSize(1);

    connector.start(TaskProperties.connector("kis.tickers", "005930"));
    assertThat(connector.taskConfigs(8)).hasSize(1);
  }

  @Test
  void refusesToStartWithAWrongConfiguration() {
    assertThatThrownBy(() -> connector.start(TaskProperties.connector("kis.tickers", "wrong!")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("kis.tickers");
  }

  @Test
  void supportsNoExactlyOnceDelivery() {
    assertThat(connector.exactlyOnceSupport(TaskProperties.connector()))
        .isEqualTo(ExactlyOnceSupport.UNSUPPORTED);
  }

  @Test
  void acceptsResetsAndWellFormedOffsetsWithoutAStart() {
    assertThat(
            connector.alterOffsets(
                TaskProperties.connector(),
                Map.of(
                    SourceOffsets.partition("005930"),
                    Map.of("received_at", 1_780_000_000_000_000L))))
        .isTrue();
    assertThat(
            connector.alterOffsets(
                TaskProperties.connector(),
                Collections.singletonMap(SourceOffsets.partition("000660"), null)))
        .isTrue();
  }

  @Test
  void refusesOtherOffsetsWithASentence() {
    final Map<Map<String, ?>, Map<String, ?>> offsets =
        Map.of(SourceOffsets.partition("005930"), Map.of("received_at", "yesterday"));

    assertThatThrownBy(() -> connector.alterOffsets(TaskProperties.connector(), offsets))
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining("received_at");
  }

  @Test
  void definesTheKeysThatItValidates() {
    assertThat(connector.config().names())
        .containsExactlyInAnyOrderElementsOf(
            connector.validate(TaskProperties.connector()).configValues().stream()
                .map(value -> value.name())
                .toList());
  }

  @Test
  void canBeStoppedWithoutAStart() {
    connector.stop();

    assertThat(connector.config().names()).isNotEmpty();
  }
}
