package io.github.kisconnect.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.github.kisconnect.config.KisSourceConfig;
import io.github.kisconnect.simulator.KisSimulatorBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The stack of {@code docker/compose.yaml} is well-formed and its parts fit each other. */
class ComposeFileTest {

  private static final Pattern PINNED =
      Pattern.compile("[a-z0-9/._-]+:v?\\d+\\.\\d+\\.\\d+[\\w.-]*");
  private static final Pattern BASE_IMAGE = Pattern.compile("(?m)^ARG \\w+_IMAGE=(\\S+)$");
  private static final Pattern SECRET_NAME =
      Pattern.compile("(?i).*(password|passwd|token|credential|app[._]?key|api[._]?key).*");
  private static final Path CONNECTOR = DockerFiles.DIRECTORY.resolve("kis-expected-trade.json");

  @Test
  void meetsTheComposeSpecification() throws IOException {
    assertThat(violations(DockerFiles.tree(DockerFiles.COMPOSE))).isEmpty();
  }

  @Test
  void wouldNotMeetTheComposeSpecificationWithAMisspeltKey() throws IOException {
    JsonNode compose = DockerFiles.tree(DockerFiles.COMPOSE);
    ((ObjectNode) compose.at("/services/kafka")).put("healtcheck", "none");

    assertThat(violations(compose)).isNotEmpty();
  }

  @Test
  void pinsEveryImage() {
    assertThat(DockerFiles.services().values())
        .filteredOn(service -> !service.has("build"))
        .extracting(service -> service.path("image").asText())
        .allMatch(PINNED.asMatchPredicate());
    List<String> bases =
        BASE_IMAGE
            .matcher(DockerFiles.text(DockerFiles.DIRECTORY.resolve("Dockerfile")))
            .results()
            .map(match -> match.group(1))
            .toList();
    assertThat(bases).hasSize(3).allMatch(PINNED.asMatchPredicate());
  }

  @Test
  void takesAllOfConfluentFromOneRelease() {
    String dockerfile = DockerFiles.text(DockerFiles.DIRECTORY.resolve("Dockerfile"));
    Set<String> versions = new TreeSet<>();
    Pattern.compile("confluentinc/[a-z-]+:(\\S+)")
        .matcher(dockerfile + DockerFiles.text(DockerFiles.COMPOSE))
        .results()
        .forEach(match -> versions.add(match.group(1)));

    assertThat(versions).hasSize(1);
  }

  @Test
  void checksTheHealthOfEveryServiceAndWaitsForIt() {
    DockerFiles.services()
        .forEach(
            (name, service) -> {
              assertThat(service.at("/healthcheck/test")).as(name).isNotEmpty();
              service
                  .path("depends_on")
                  .forEach(
                      dependency ->
                          assertThat(dependency.path("condition").asText())
                              .as(name)
                              .isEqualTo("service_healthy"));
            });
  }

  @Test
  void opensPortsOnThisMachineOnly() {
    assertThat(
            DockerFiles.services().values().stream()
                .flatMap(service -> DockerFiles.texts(service.path("ports")).stream()))
        .isNotEmpty()
        .allMatch(port -> port.startsWith("127.0.0.1:"));
  }

  @Test
  void holdsNoSecret() throws IOException {
    DockerFiles.services()
        .forEach(
            (name, service) ->
                service
                    .path("environment")
                    .properties()
                    .forEach(
                        variable ->
                            assertThat(variable.getKey()).as(name).doesNotMatch(SECRET_NAME)));
    assertThat(credentials())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "app.keys", KisSimulatorBuilder.DEMO_APP_KEY,
                "app.secrets", KisSimulatorBuilder.DEMO_APP_SECRET));
  }

  @Test
  void mountsWhatExists() {
    assertThat(
            DockerFiles.services().values().stream()
                .flatMap(service -> DockerFiles.texts(service.path("volumes")).stream())
                .filter(volume -> volume.startsWith("./"))
                .map(volume -> DockerFiles.DIRECTORY.resolve(volume.split(":", -1)[0])))
        .isNotEmpty()
        .allMatch(Files::exists);
  }

  @Test
  void givesTheWorkerTheAgentThatTheImageHolds() {
    String options = DockerFiles.services().get("connect").at("/environment/KAFKA_OPTS").asText();
    String rules = DockerFiles.texts(DockerFiles.services().get("connect").get("volumes")).get(0);

    assertThat(options)
        .matches("-javaagent:/opt/jmx-exporter/[a-z_]+\\.jar=9404:" + rules.split(":", -1)[1]);
    assertThat(DockerFiles.text(DockerFiles.DIRECTORY.resolve("Dockerfile")))
        .contains("/build/target/runtime/jmx-exporter /opt/jmx-exporter");
    assertThat(DockerFiles.text(DockerFiles.DIRECTORY.resolve("prometheus/prometheus.yml")))
        .contains("connect:9404");
  }

  @Test
  void postsAConnectorThatIsAcceptedAndFindsItsServices() {
    Map<String, String> config = new HashMap<>();
    DockerFiles.tree(CONNECTOR)
        .properties()
        .forEach(entry -> config.put(entry.getKey(), entry.getValue().asText()));

    assertThat(config.get("kis.app.keys"))
        .isEqualTo("${file:/run/secrets/kis.properties:app.keys}");
    assertThat(config.get("kis.app.secrets"))
        .isEqualTo("${file:/run/secrets/kis.properties:app.secrets}");
    assertThat(DockerFiles.tree(DockerFiles.COMPOSE).at("/secrets/kis.properties/file").asText())
        .isEqualTo("${KIS_CREDENTIALS:-./simulator.properties}");
    assertThat(config)
        .containsEntry("kis.rest.url", "http://simulator:9443")
        .containsEntry("kis.ws.url", "ws://simulator:21000/tryitout")
        .containsEntry("value.converter.schema.registry.url", "http://schema-registry:8081");
    assertThat(DockerFiles.services()).containsKeys("simulator", "schema-registry");

    config.put("kis.app.keys", "dummy-key");
    config.put("kis.app.secrets", "dummy-secret");
    assertThat(new KisSourceConfig(config)).isNotNull();
  }

  private static Map<String, String> credentials() throws IOException {
    Properties properties = new Properties();
    try (Reader reader =
        Files.newBufferedReader(DockerFiles.DIRECTORY.resolve("simulator.properties"))) {
      properties.load(reader);
    }
    Map<String, String> values = new HashMap<>();
    properties.forEach((key, value) -> values.put((String) key, (String) value));
    return values;
  }

  private static Set<ValidationMessage> violations(JsonNode compose) throws IOException {
    try (InputStream schema =
        ComposeFileTest.class.getResourceAsStream("/compose/compose-spec.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V201909)
          .getSchema(new ObjectMapper().readTree(schema))
          .validate(compose);
    }
  }
}
