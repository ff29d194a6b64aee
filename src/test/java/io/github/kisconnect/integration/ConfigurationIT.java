package io.github.kisconnect.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kisconnect.quickstart.stack.ConnectRestException;
import io.github.kisconnect.quickstart.stack.LocalStack;
import io.github.kisconnect.simulator.KisSimulator;
import io.github.kisconnect.simulator.SimulatorEvent.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the worker's REST interface says about configurations. */
@ExtendWith(SharedStack.class)
class ConfigurationIT {

  private static final String PLUGIN = "KisExpectedTradeSourceConnector";

  @Test
  void attachesEveryProblemToItsKeyInOneAnswer(LocalStack stack) {
    try (KisSimulator simulator = KisSimulator.builder().start()) {
      final Map<String, String> config =
          new ConnectorUnderTest(stack, "bad", simulator)
              .credentials("PS-one,PS-two", "only-one-secret")
              .tickers(List.of("005930", "005930", "abc"))
              .with("kis.session.max.subscriptions", "42")
              .with("queue.overflow.policy", "drop_some")
              .with("kis.custmer.type", "P")
              .config();

      final Map<String, List<String>> errors = stack.rest().validate(PLUGIN, config).errors();

      assertThat(errors)
          .containsOnlyKeys(
              "kis.app.keys",
              "kis.app.secrets",
              "kis.tickers",
              "kis.session.max.subscriptions",
              "queue.overflow.policy",
              "kis.custmer.type");
      assertThat(errors.get("kis.custmer.type")).first().asString().contains("kis.customer.type");
      assertThat(errors.toString()).doesNotContain("PS-one", "PS-two", "only-one-secret");
      assertThatThrownBy(() -> stack.rest().put("bad", config))
          .isInstanceOf(ConnectRestException.class)
          .hasMessageContaining("kis.customer.type");
    }
  }

  @Test
  void saysHowManyAppKeysAreMissing(LocalStack stack) {
    try (KisSimulator simulator = KisSimulator.builder().start()) {
      final List<String> tickers = IntStream.range(0, 100).mapToObj("%06d"::formatted).toList();
      final Map<String, String> config =
          new ConnectorUnderTest(stack, "small", simulator)
              .credentials("PS-one,PS-two", "secret-one,secret-two")
              .tickers(tickers)
              .with("tasks.max", "8")
              .config();

      final Map<String, List<String>> errors = stack.rest().validate(PLUGIN, config).errors();

      assertThat(errors).containsKeys("kis.tickers", "kis.app.keys");
      assertThat(errors.get("kis.app.keys")).first().asString().contains("1 ");
    }
  }

  @Test
  void refusesToPromiseExactlyOnce(LocalStack stack) {
    try (KisSimulator simulator = KisSimulator.builder().start()) {
      final Map<String, String> config =
          new ConnectorUnderTest(stack, "once", simulator)
              .credentials("PS-once", "secret")
              .tickers(List.of("005930"))
              .with("exactly.once.support", "required")
              .config();

      assertThat(stack.rest().validate(PLUGIN, config).errors().get("exactly.once.support"))
          .anyMatch(sentence -> sentence.contains("connector does not support exactly-once"));
      assertThatThrownBy(() -> stack.rest().put("once", config))
          .isInstanceOf(ConnectRestException.class)
          .hasMessageContaining("exactly-once");
    }
  }

  @Test
  void asksKisAboutTheCredentialsOnlyWhenTold(LocalStack stack) {
    try (KisSimulator simulator = KisSimulator.builder().appKey("PS-known", "right").start()) {
      final ConnectorUnderTest candidate =
          new ConnectorUnderTest(stack, "asked", simulator)
              .credentials("PS-known", "wrong")
              .tickers(List.of("005930"));

      assertThat(stack.rest().validate(PLUGIN, candidate.config()).errors()).isEmpty();
      assertThat(simulator.journal().events(Kind.APPROVAL_REFUSED)).isEmpty();

      final Map<String, List<String>> errors =
          stack
              .rest()
              .validate(PLUGIN, candidate.with("validate.credentials", "true").config())
              .errors();

      assertThat(errors).containsOnlyKeys("kis.app.keys");
      assertThat(errors.get("kis.app.keys")).first().asString().contains("kis.app.secrets");
      assertThat(simulator.journal().events(Kind.APPROVAL_REFUSED)).hasSize(1);
    }
  }
}
