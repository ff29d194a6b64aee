package io.github.kisconnect.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.common.config.ConfigValue;

/** Whether tickers fit into the sessions, and what is missing where they do not. */
class CapacityRuleTest {

  private static Map<String, String> properties(
      int tickers, int appKeys, int tasksMax, int maxSubscriptions) {
    return SampleProperties.with(
        "kis.tickers", SampleProperties.tickers(tickers),
        "kis.app.keys", SampleProperties.secrets(appKeys),
        "kis.app.secrets", SampleProperties.secrets(appKeys),
        "tasks.max", Integer.toString(tasksMax),
        "kis.session.max.subscriptions", Integer.toString(maxSubscriptions));
  }

  private static void assertSentence(Map<String, String> properties, String sentence) {
    assertThat(SampleProperties.problems(properties))
        .containsOnly(
            Map.entry("kis.tickers", List.of(sentence)),
            Map.entry("kis.app.keys", List.of(sentence)),
            Map.entry("tasks.max", List.of(sentence)));
  }

  @Example
  void saysHowManyAppKeysAndTasksAreMissing() {
    assertSentence(
        properties(200, 2, 3, 40),
        "kis.tickers names 200 tickers, which need 5 sessions at"
            + " kis.session.max.subscriptions=40, but there can be only 2: add 3 more to the 2 of"
            + " kis.app.keys and raise tasks.max from 3 to 5, or take 120 out of kis.tickers.");
  }

  @Example
  void saysHowManyAppKeysAreMissing() {
    assertSentence(
        properties(81, 2, 9, 40),
        "kis.tickers names 81 tickers, which need 3 sessions at"
            + " kis.session.max.subscriptions=40, but there can be only 2: add 1 more to the 2 of"
            + " kis.app.keys, or take 1 out of kis.tickers.");
  }

  @Example
  void saysHowManyTasksAreMissing() {
    assertSentence(
        properties(81, 3, 2, 40),
        "kis.tickers names 81 tickers, which need 3 sessions at"
            + " kis.session.max.subscriptions=40, but there can be only 2: raise tasks.max from 2 to"
            + " 3, or take 1 out of kis.tickers.");
  }

  @Example
  void takesOneTaskWhereTasksMaxIsMissingAsConnectDoes() {
    Map<String, String> properties = properties(41, 2, 1, 40);
    properties.remove("tasks.max");

    assertThat(SampleProperties.problems(properties).get("tasks.max"))
        .singleElement()
        .asString()
        .contains("raise tasks.max from 1 to 2");
  }

  @Example
  void leavesABadTasksMaxToConnectButCountsTheAppKeys() {
    Map<String, String> properties = properties(81, 2, 1, 40);
    properties.put("tasks.max", "many");

    assertThat(SampleProperties.problems(properties))
        .containsOnlyKeys("kis.tickers", "kis.app.keys");
    assertThat(SampleProperties.problems(properties).get("kis.app.keys"))
        .singleElement()
        .asString()
        .contains("add 1 more to the 2 of kis.app.keys, or take")
        .doesNotContain("tasks.max");
  }

  @Example
  void keepsTheValueOfTasksMaxInTheAnswer() {
    ConfigValue tasksMax = SampleProperties.value(properties(200, 2, 3, 40), "tasks.max");

    assertThat(tasksMax.value()).isEqualTo(3);
  }

  @Example
  void doesNotMindMoreTasksThanAppKeys() {
    assertThat(SampleProperties.problems(properties(3, 2, 64, 40))).isEmpty();
  }

  @Example
  void doesNotMindMoreAppKeysThanTasks() {
    assertThat(SampleProperties.problems(properties(3, 5, 1, 40))).isEmpty();
  }

  @Example
  void countsRepeatedTickersAndAppKeysOnce() {
    Map<String, String> properties = properties(41, 1, 2, 40);
    properties.put("kis.tickers", SampleProperties.tickers(41) + ",000000, ,");
    properties.put("kis.app.keys", "same,same");
    properties.put("kis.app.secrets", "a,b");

    assertThat(SampleProperties.problems(properties).get("tasks.max"))
        .singleElement()
        .asString()
        .contains("names 41 tickers", "add 1 more to the 1 of kis.app.keys");
  }

  @Property(tries = 150)
  void agreesWithTheSizesOfThePartition(
      @ForAll @IntRange(min = 1, max = 200) int tickers,
      @ForAll @IntRange(min = 1, max = 6) int appKeys,
      @ForAll @IntRange(min = 1, max = 6) int tasksMax,
      @ForAll @IntRange(min = 1, max = 41) int maxSubscriptions) {
    List<String> list = List.of(SampleProperties.tickers(tickers).split(",", -1));
    int tasks = Math.min(tickers, Math.min(appKeys, tasksMax));
    boolean fits = TickerPartition.of(list, tasks, 0).size() <= maxSubscriptions;

    assertThat(
            SampleProperties.problems(properties(tickers, appKeys, tasksMax, maxSubscriptions))
                .isEmpty())
        .isEqualTo(fits);
  }
}
