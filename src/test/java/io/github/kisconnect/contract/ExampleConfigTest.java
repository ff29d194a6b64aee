package io.github.kisconnect.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.kisconnect.config.KisSourceConfig;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of {@code config/} are what the connector and a worker accept. */
class ExampleConfigTest {

  private static final Path CONFIG = Path.of("config");
  private static final Map<String, String> REFERENCES =
      Map.of(
          "kis.app.keys", "dummy-key",
          "kis.app.secrets", "dummy-secret",
          "kis.rest.url", "http://127.0.0.1:9443",
          "kis.ws.url", "ws://127.0.0.1:21000/tryitout");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kis-expected-trade.json",
        "kis-expected-trade-standalone.properties",
        "quickstart/kis-expected-trade.json"
      })
  void theConnectorAcceptsItsFiles(String file) throws IOException {
    Map<String, String> config = resolved(read(file));

    assertThatCode(() -> new KisSourceConfig(config)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kis-expected-trade.json",
        "kis-expected-trade-standalone.properties",
        "quickstart/kis-expected-trade.json"
      })
  void credentialsAreReferences(String file) throws IOException {
    Map<String, String> config = read(file);

    assertThat(config.get("kis.app.keys")).matches("\\$\\{file:.+:app\\.keys}");
    assertThat(config.get("kis.app.secrets")).matches("\\$\\{file:.+:app\\.secrets}");
  }

  @Test
  void bothFormsOfTheConnectorsConfigurationAreTheSame() throws IOException {
    Map<String, String> standalone = read("kis-expected-trade-standalone.properties");

    assertThat(standalone.remove("name")).isEqualTo("kis-expected-trade");
    assertThat(standalone).isEqualTo(read("kis-expected-trade.json"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "connect-distributed.properties",
        "connect-standalone.properties",
        "quickstart/connect-distributed.properties"
      })
  void workersHaveWhatTheConnectorsFilesNeed(String file) throws IOException {
    Map<String, String> worker = read(file);

    assertThat(worker)
        .containsEntry("value.converter", "io.confluent.connect.avro.AvroConverter")
        .containsEntry("config.providers", "file")
        .containsEntry("connector.client.config.override.policy", "All")
        .containsKeys("bootstrap.servers", "plugin.path", "listeners");
    assertThatCode(() -> Class.forName(worker.get("config.providers.file.class")))
        .doesNotThrowAnyException();
  }

  private static Map<String, String> resolved(Map<String, String> config) {
    Map<String, String> resolved = new HashMap<>(config);
    resolved.replaceAll((key, value) -> value.startsWith("${") ? REFERENCES.get(key) : value);
    return resolved;
  }

  private static Map<String, String> read(String name) throws IOException {
    Path file = CONFIG.resolve(name);
    if (name.endsWith(".json")) {
      return new ObjectMapper()
          .readValue(file.toFile(), new TypeReference<HashMap<String, String>>() {});
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    Map<String, String> values = new HashMap<>();
    properties.forEach((key, value) -> values.put((String) key, (String) value));
    return values;
  }
}
