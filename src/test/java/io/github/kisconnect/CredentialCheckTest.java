package io.github.kisconnect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.simulator.ApprovalRefusal;
import io.github.kisconnect.simulator.Fault;
import io.github.kisconnect.simulator.KisSimulator;
import io.github.kisconnect.simulator.SimulatorEvent.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asking KIS about credentials while a configuration is validated: only when told to. */
class CredentialCheckTest {

  private final KisSimulator simulator =
      KisSimulator.builder()
          .appKey("dummy-key-1", "dummy-secret-1")
          .appKey("dummy-key-2", "dummy-secret-2")
          .start();

  @AfterEach
  void closes() {
    simulator.close();
  }

  @Test
  void asksNobodyUnlessToldTo() {
    assertThat(problems("kis.app.keys", "unknown-1,unknown-2")).isEmpty();
    assertThat(simulator.journal().events()).isEmpty();
  }

  @Test
  void findsNothingWrongWithGoodCredentials() {
    assertThat(problems("validate.credentials", "true")).isEmpty();
    assertThat(simulator.journal().events(Kind.APPROVAL_ISSUED)).hasSize(2);
  }

  @Test
  void namesThePositionOfABadAppKeyAndNotTheKey() {
    assertThat(problems("validate.credentials", "true", "kis.app.keys", "dummy-key-1,unknown-key"))
        .singleElement()
        .asString()
        .contains("App key no. 2", "EGW00103", "kis.app.keys")
        .doesNotContain("unknown-key", "dummy-");
  }

  @Test
  void namesThePositionOfABadSecretAndNotTheSecret() {
    assertThat(
            problems(
                "validate.credentials", "true", "kis.app.secrets", "unknown-secret,dummy-secret-2"))
        .singleElement()
        .asString()
        .contains("App key no. 1", "EGW00105", "kis.app.secrets")
        .doesNotContain("unknown-secret", "dummy-");
  }

  @ParameterizedTest
  @CsvSource({"TOO_MANY_CALLS, too often", "HTML_502, could not answer", "EMPTY, without"})
  void tellsWhyKisCouldNotAnswer(ApprovalRefusal refusal, String expected) {
    simulator.inject(new Fault.RefuseApproval(refusal));

    assertThat(problems("validate.credentials", "true"))
        .singleElement()
        .asString()
        .contains(expected);
  }

  @Test
  void asksNobodyWhereTheConfigurationIsWrongAnyway() {
    assertThat(problems("validate.credentials", "true", "kis.tickers", "wrong!")).isEmpty();
    assertThat(simulator.journal().events()).isEmpty();
  }

  /** Approvals are a second apart, so that the second app key has no answer by then. */
  @Test
  void saysWhichAppKeysKisDidNotAnswerForInTime() {
    final Map<String, String> properties = properties("validate.credentials", "true");
    final Config sound =
        new KisExpectedTradeSourceConnector().validate(properties("validate.credentials", "false"));

    assertThat(problems(new CredentialCheck(Duration.ofMillis(500)).addTo(sound, properties)))
        .last()
        .asString()
        .isEqualTo(
            "App key no. 2: KIS did not answer in time; validate again, or check kis.rest.url.");
  }

  /** What is said about the app keys. */
  private List<String> problems(String... changes) {
    return problems(new KisExpectedTradeSourceConnector().validate(properties(changes)));
  }

  private Map<String, String> properties(String... changes) {
    final Map<String, String> properties = TaskProperties.connector(changes);
    properties.put("tasks.max", "2");
    properties.put("kis.rest.url", simulator.restUri().toString());
    properties.put("kis.ws.url", simulator.webSocketUri().toString());
    return properties;
  }

  private static List<String> problems(Config validated) {
    return validated.configValues().stream()
        .filter(value -> value.name().equals("kis.app.keys"))
        .map(ConfigValue::errorMessages)
        .flatMap(List::stream)
        .toList();
  }
}
