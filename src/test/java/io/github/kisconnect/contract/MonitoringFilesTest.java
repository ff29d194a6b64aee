package io.github.kisconnect.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kisconnect.contract.PromQuery.LabelMatcher;
import io.github.kisconnect.metrics.Metric;
import io.github.kisconnect.metrics.MetricCatalog;
import io.github.kisconnect.metrics.StateCode;
import io.github.kisconnect.metrics.Tag;
import io.github.kisconnect.session.SessionState;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Dashboard and alert rules speak of metrics that exist, and of all that matter. */
class MonitoringFilesTest {

  /** What docker/prometheus/jmx-exporter.yml makes of the worker's own beans, and the agent's. */
  private static final Set<String> OF_THE_WORKER =
      Set.of(
          "up",
          "kafka_connect_connector_class",
          "kafka_connect_source_record_active_count",
          "kafka_connect_source_record_write_total",
          "kafka_connect_task_status",
          "kafka_connect_worker_rebalancing",
          "jvm_gc_collection_seconds_sum",
          "jvm_memory_max_bytes",
          "jvm_memory_used_bytes",
          "jvm_threads_current",
          "process_cpu_seconds_total");

  private static final Map<String, Metric> CATALOGUE =
      MetricCatalog.all().stream()
          .filter(metric -> metric.type() != Metric.Type.TEXT)
          .collect(Collectors.toMap(Metric::prometheusName, Function.identity()));

  @Test
  void queriesNameOnlyMetricsThatExist() {
    Set<String> known = new TreeSet<>(CATALOGUE.keySet());
    known.addAll(OF_THE_WORKER);

    assertThat(DockerFiles.metricsRead())
        .isSubsetOf(known)
        .contains("kis_feed_session_state_code", "kafka_connect_task_status");
  }

  @Test
  void queriesNameOnlyLabelsAndValuesThatExist() {
    List<LabelMatcher> conditions =
        DockerFiles.queries()
            .flatMap(query -> query.conditions().stream())
            .filter(condition -> condition.metric().startsWith("kis_feed_"))
            .filter(condition -> !Set.of("connector", "task").contains(condition.label()))
            .toList();

    assertThat(conditions)
        .isNotEmpty()
        .allSatisfy(
            condition -> {
              Tag tag = CATALOGUE.get(condition.metric()).tag();
              assertThat(condition.label()).isEqualTo(tag.key());
              for (String choice : condition.value().split("\\|", -1)) {
                assertThat(tag.values(List.of()))
                    .as("%s", condition)
                    .anyMatch(
                        value ->
                            new LabelMatcher(
                                    condition.metric(),
                                    condition.label(),
                                    condition.operator(),
                                    choice)
                                .speaksOf(value));
              }
            });
  }

  @Test
  void theDashboardShowsEveryNumberOfTheCatalogue() {
    assertThat(
            DockerFiles.dashboardQueries().stream()
                .flatMap(query -> new PromQuery(query).metrics().stream())
                .collect(Collectors.toSet()))
        .containsAll(CATALOGUE.keySet());
  }

  @Test
  void theDashboardNamesEveryState() {
    JsonNode states =
        DockerFiles.elements(DockerFiles.tree(DockerFiles.DASHBOARD).get("panels"))
            .filter(panel -> panel.get("type").asText().equals("state-timeline"))
            .map(panel -> panel.at("/fieldConfig/defaults/mappings/0/options"))
            .findFirst()
            .orElseThrow();

    assertThat(states).hasSize(SessionState.values().length);
    for (SessionState state : SessionState.values()) {
      assertThat(states.at("/" + StateCode.of(state) + "/text").asText())
          .isEqualTo(state.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
  }

  @Test
  void theDashboardHasNoTwoPanelsOnOnePlace() {
    List<JsonNode> panels =
        DockerFiles.elements(DockerFiles.tree(DockerFiles.DASHBOARD).get("panels")).toList();

    assertThat(panels).extracting(panel -> panel.get("id").asInt()).doesNotHaveDuplicates();
    assertThat(panels)
        .allMatch(panel -> panel.at("/gridPos/x").asInt() + panel.at("/gridPos/w").asInt() <= 24)
        .extracting(panel -> panel.at("/gridPos/x") + "," + panel.at("/gridPos/y"))
        .doesNotHaveDuplicates();
  }

  @Test
  void everyAlertSaysHowBadItIsWhatItIsAndWhatToDo() {
    assertThat(DockerFiles.alerts())
        .isNotEmpty()
        .allSatisfy(
            alert -> {
              assertThat(alert.at("/labels/severity").asText()).isIn("critical", "warning");
              assertThat(alert.at("/annotations/summary").asText()).isNotBlank();
              assertThat(alert.at("/annotations/description").asText()).hasSizeGreaterThan(80);
            });
  }

  @Test
  void everyAlertIsExplainedInTheReadme() {
    assertThat(DockerFiles.text(Path.of("README.md")))
        .contains(
            DockerFiles.alerts().stream()
                .map(alert -> "`" + alert.get("alert").asText() + "`")
                .toList());
  }

  @Test
  void everyAlertIsSeenFiringAndQuiet() {
    Set<String> firing = new TreeSet<>();
    Set<String> quiet = new TreeSet<>();
    DockerFiles.elements(DockerFiles.tree(DockerFiles.ALERT_TESTS).get("tests"))
        .flatMap(test -> DockerFiles.elements(test.get("promql_expr_test")))
        .filter(test -> test.get("expr").asText().startsWith("ALERTS"))
        .forEach(
            test ->
                (test.get("exp_samples").isEmpty() ? quiet : firing)
                    .add(alertName(test.get("expr").asText())));

    String[] all =
        DockerFiles.alerts().stream()
            .map(alert -> alert.get("alert").asText())
            .toArray(String[]::new);
    assertThat(firing).containsExactlyInAnyOrder(all);
    assertThat(quiet).containsExactlyInAnyOrder(all);
  }

  @Test
  void statesInRulesAreThoseThatTheirAlertsMean() {
    assertThat(expression("KisAppKeyOccupied"))
        .contains("kis_feed_session_state_code == bool " + StateCode.of(SessionState.OCCUPIED));
    assertThat(expression("KisSessionStale"))
        .contains("kis_feed_session_state_code == " + StateCode.of(SessionState.STALE));
    assertThat(expression("KisSessionDown"))
        .contains("kis_feed_session_state_code == " + StateCode.of(SessionState.SUSPENDED));
  }

  private static String alertName(String expression) {
    return new PromQuery(expression)
        .conditions().stream()
            .filter(condition -> condition.label().equals("alertname"))
            .map(LabelMatcher::value)
            .findFirst()
            .orElseThrow();
  }

  private static String expression(String alert) {
    return DockerFiles.alerts().stream()
        .filter(rule -> rule.get("alert").asText().equals(alert))
        .map(rule -> rule.get("expr").asText())
        .findFirst()
        .orElseThrow();
  }
}
