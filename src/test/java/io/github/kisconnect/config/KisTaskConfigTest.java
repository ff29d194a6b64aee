package io.github.kisconnect.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a connector's properties become those of its tasks. */
class KisTaskConfigTest {

  private static Map<String, String> task(String index, String count) {
    return SampleProperties.with("task.index", index, "task.count", count);
  }

  @Test
  void leavesTheConnectorsOwnKeysAsTheyAre() {
    Map<String, String> connector =
        SampleProperties.with("kis.app.keys", "${file:/etc/kis.properties:keys}");

    List<String> tickers = List.of("005930", "000660", "0193T0");

    List<Map<String, String>> tasks = KisTaskConfig.split(connector, tickers, 3);

    assertThat(tasks).hasSize(3);
    for (int i = 0; i < 3; i++) {
      Map<String, String> expected = new HashMap<>(connector);
      expected.put("task.index", Integer.toString(i));
      expected.put("task.count", "3");
      expected.put("task.tickers", tickers.get(i));
      assertThat(tasks.get(i)).isEqualTo(expected);
    }
  }

  @Test
  void givesEveryTaskItsTickersAndItsAppKey() {
    List<KisTaskConfig> tasks =
        KisTaskConfig.split(SampleProperties.with(), List.of("005930", "000660", "0193T0"), 2)
            .stream()
            .map(KisTaskConfig::new)
            .toList();

    assertThat(tasks.get(0).taskTickers()).containsExactly("005930", "0193T0");
    assertThat(tasks.get(1).taskTickers()).containsExactly("000660");
    assertThat(tasks.get(0).taskAppKey()).isEqualTo(new AppKey("dummy-key-1", "dummy-secret-1"));
    assertThat(tasks.get(1).taskAppKey()).isEqualTo(new AppKey("dummy-key-2", "dummy-secret-2"));
    assertThat(tasks).allSatisfy(task -> assertThat(task.taskCount()).isEqualTo(2));
    assertThat(tasks).extracting(KisTaskConfig::taskIndex).containsExactly(0, 1);
  }

  @Test
  void keepsTheTickersOfATaskWhileAConfigProviderHasAnotherListAlready() {
    List<Map<String, String>> tasks =
        KisTaskConfig.split(SampleProperties.with(), List.of("005930", "000660", "0193T0"), 2);
    tasks.forEach(task -> task.put("kis.tickers", "000660,0193T0,035420"));

    assertThat(tasks.stream().map(KisTaskConfig::new).map(KisTaskConfig::taskTickers))
        .containsExactly(List.of("005930", "0193T0"), List.of("000660"));
  }

  @Test
  void dealsOutTheTickersItselfWhereAnEarlierVersionDidNotWriteThemDown() {
    assertThat(new KisTaskConfig(task("0", "2")).taskTickers()).containsExactly("005930", "0193T0");
    assertThat(new KisTaskConfig(task("1", "2")).taskTickers()).containsExactly("000660");
  }

  @Test
  void refusesATaskWithoutTickers() {
    Map<String, String> task = task("0", "2");
    task.put("task.tickers", "");

    assertThatThrownBy(() -> new KisTaskConfig(task))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("task.tickers is empty");
  }

  @ParameterizedTest
  @CsvSource({"2,2", "-1,2", "0,0", "x,2", "0,x"})
  void refusesAnImpossibleTask(String index, String count) {
    assertThatThrownBy(() -> new KisTaskConfig(task(index, count)))
        .isInstanceOf(ConfigException.class);
  }

  @Test
  void refusesToRunWithoutKnowingWhichTaskItIs() {
    assertThatThrownBy(() -> new KisTaskConfig(SampleProperties.with()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("task.index is missing")
        .hasMessageContaining("task.count is missing");
  }

  @Test
  void refusesMoreTasksThanAppKeys() {
    assertThatThrownBy(() -> new KisTaskConfig(task("0", "3")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("3 tasks were configured")
        .hasMessageContaining("suffice for 2 only");
  }

  @Test
  void keepsItsOwnKeysOutOfTheConnectorsDefinition() {
    assertThat(KisSourceConfig.definition().names())
        .doesNotContain("task.index", "task.count", "task.tickers");
  }

  @Test
  void logsNoSecret() {
    try (LogCapture log = new LogCapture()) {
      KisTaskConfig config = new KisTaskConfig(task("1", "2"), true);

      assertThat(config.taskIndex()).isEqualTo(1);
      assertThat(log.messages()).hasSize(1);
      assertThat(log.messages().get(0))
          .contains("task.index = 1")
          .doesNotContain("dummy-key", "dummy-secret");
    }
  }
}
