package io.github.kisconnect.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The files of {@code docker/}, as trees. */
public final class DockerFiles {

  public static final Path DIRECTORY = Path.of("docker");
  static final Path COMPOSE = DIRECTORY.resolve("compose.yaml");
  static final Path ALERTS = DIRECTORY.resolve("prometheus/alerts.yml");
  static final Path ALERT_TESTS = DIRECTORY.resolve("prometheus/alerts-test.yml");
  static final Path DASHBOARD = DIRECTORY.resolve("grafana/dashboards/kis-expected-trade.json");

  private DockerFiles() {}

  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The tree of a JSON or YAML file. */
  static JsonNode tree(Path file) {
    ObjectMapper mapper = file.toString().endsWith(".json") ? new ObjectMapper() : new YAMLMapper();
    try {
      return mapper.readTree(text(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<JsonNode> elements(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false);
  }

  public static List<String> texts(JsonNode node) {
    return elements(node).map(JsonNode::asText).toList();
  }

  /** The services of the compose file by name. */
  public static Map<String, JsonNode> services() {
    Map<String, JsonNode> services = new LinkedHashMap<>();
    tree(COMPOSE).get("services").properties().forEach(e -> services.put(e.getKey(), e.getValue()));
    return services;
  }

  /** The rules of the alerts file, recording rules included. */
  static List<JsonNode> rules() {
    return elements(tree(ALERTS).get("groups"))
        .flatMap(group -> elements(group.get("rules")))
        .toList();
  }

  static List<JsonNode> alerts() {
    return rules().stream().filter(rule -> rule.has("alert")).toList();
  }

  /** The queries of the dashboard's panels. */
  static List<String> dashboardQueries() {
    return elements(tree(DASHBOARD).get("panels"))
        .flatMap(panel -> elements(panel.path("targets")))
        .map(target -> target.get("expr").asText())
        .toList();
  }

  /** What dashboard and rules ask Prometheus. */
  static Stream<PromQuery> queries() {
    return Stream.concat(
            dashboardQueries().stream(), rules().stream().map(rule -> rule.get("expr").asText()))
        .map(PromQuery::new);
  }

  /** Every metric that dashboard and rules read and do not make themselves. */
  public static Set<String> metricsRead() {
    final Set<String> names =
        queries()
            .flatMap(query -> query.metrics().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    names.remove("ALERTS");
    rules().stream()
        .filter(rule -> rule.has("record"))
        .forEach(rule -> names.remove(rule.get("record").asText()));
    return names;
  }
}
