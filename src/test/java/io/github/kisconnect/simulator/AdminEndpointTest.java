package io.github.kisconnect.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kisconnect.simulator.RawClient.End;
import io.github.kisconnect.simulator.RestClient.Answer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders over HTTP. */
class AdminEndpointTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  private final KisSimulator simulator = KisSimulator.builder().start();
  private final RestClient rest = new RestClient(simulator);

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void showsSessionsTickersAndCounts() {
    try (RawClient client = RawClient.connect(simulator)) {
      client.register(RestClient.approve(simulator), "005930");
      client.readCode();
      simulator.sendRecords("005930", 2);
      client.read();

      JsonNode state = rest.call("GET", "/admin/state", "").json();

      assertThat(state.at("/sessions/0/tickers/0").asText()).isEqualTo("005930");
      assertThat(state.at("/sessions/0/dataFrames").asInt()).isEqualTo(1);
      assertThat(state.at("/records/005930/WRITTEN").asInt()).isEqualTo(2);
      assertThat(state.at("/rate/recordsPerSecond").asInt()).isZero();
    }
  }

  @Test
  void showsWhatClientsDid() {
    rest.approve("nobody", "nothing");

    JsonNode events = rest.call("GET", "/admin/events", "").json();

    assertThat(events.at("/0/kind").asText()).isEqualTo("APPROVAL_REFUSED");
    assertThat(events.at("/0/detail").asText()).isEqualTo("UNKNOWN_APP_KEY");
  }

  @Test
  void injectsFaultsByName() {
    try (RawClient client = RawClient.connect(simulator)) {
      simulator.awaitSession(SOON);

      Answer answer = rest.call("POST", "/admin/faults", "{\"fault\":\"drop\",\"after\":50}");

      assertThat(answer.status()).isEqualTo(200);
      assertThat(client.read().end()).isEqualTo(End.FIN);
    }
  }

  @Test
  void armsFaultsAndForgetsThem() {
    rest.call("POST", "/admin/faults", "{\"fault\":\"corrupt\",\"how\":\"nul_byte\",\"times\":3}");
    assertThat(rest.call("GET", "/admin/state", "").body())
        .contains("Pending[fault=Corrupt[how=NUL_BYTE], times=3]");

    rest.call("DELETE", "/admin/faults", "");

    assertThat(rest.call("GET", "/admin/state", "").body()).doesNotContain("Corrupt");
  }

  @Test
  void repeatsFaults() {
    rest.call("POST", "/admin/faults", "{\"fault\":\"drop\",\"every\":\"PT0.02S\"}");
    for (int i = 0; i < 2; i++) {
      try (RawClient client = RawClient.connect(simulator)) {
        assertThat(client.read().end()).isEqualTo(End.FIN);
      }
    }
  }

  @Test
  void changesRateAndRestartsTheAuction() {
    rest.call("POST", "/admin/rate", "{\"recordsPerSecond\":12.5,\"perTicker\":true}");

    assertThat(simulator.rate()).isEqualTo(Rate.perTicker(12.5));
    assertThat(rest.call("POST", "/admin/restart-auction", "").body())
        .contains("The auction starts over at ");
  }

  @Test
  void listsEveryFault() {
    String names = rest.call("GET", "/admin/faults", "").body();

    assertThat(names).contains("half-open[lasting]", "answer[code, ticker]", "INVALID_UTF8");
    assertThat(
            Fault.Armed.class.getPermittedSubclasses().length
                + Fault.Immediate.class.getPermittedSubclasses().length)
        .isEqualTo(rest.call("GET", "/admin/faults", "").json().path("fault").size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "no json",
        "{\"fault\":\"nonsense\"}",
        "{\"fault\":\"corrupt\"}",
        "{\"fault\":\"corrupt\",\"how\":\"NICELY\"}",
        "{\"fault\":\"half-open\",\"lasting\":\"soon\"}",
        "{\"fault\":\"drop\",\"unknown\":1}",
        "{\"fault\":\"drop\",\"times\":0}",
        "{\"fault\":\"drop\",\"every\":0}",
        "{\"fault\":\"refuse-upgrade\",\"status\":200}",
      })
  void saysWhatIsWrongWithAnOrder(String order) {
    Answer answer = rest.call("POST", "/admin/faults", order);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("message").asText()).isNotBlank();
  }

  @Test
  void saysWhatIsWrongWithARate() {
    assertThat(rest.call("POST", "/admin/rate", "{\"recordsPerSecond\":-1}").body())
        .contains("A rate is 0 to 10000000 records per second, not -1.0.");
    assertThat(rest.call("GET", "/admin/nonsense", "").status()).isEqualTo(404);
    assertThat(rest.call("GET", "/nonsense", "").status()).isEqualTo(404);
  }
}
