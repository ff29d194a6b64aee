package io.github.kisconnect.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.simulator.RestClient.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Approval keys over HTTP. */
class ApprovalEndpointTest {

  private final KisSimulator simulator =
      KisSimulator.builder().appKey("dummy-key", "dummy-secret").start();
  private final RestClient rest = new RestClient(simulator);

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void issuesUuids() {
    Answer answer = rest.approve("dummy-key", "dummy-secret");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(UUID.fromString(answer.json().path("approval_key").asText())).isNotNull();
  }

  @Test
  void refusesUnknownAppKeysAndWrongSecrets() {
    assertThat(rest.approve("nobody", "dummy-secret").status()).isEqualTo(403);
    assertThat(rest.approve("nobody", "dummy-secret").json().path("error_code").asText())
        .isEqualTo("EGW00103");
    assertThat(rest.approve("dummy-key", "wrong").json().path("error_code").asText())
        .isEqualTo("EGW00105");
    assertThat(rest.call("POST", "/oauth2/Approval", "no json").status()).isEqualTo(403);
  }

  @Test
  void knowsAWithdrawnAppKeyNoMore() {
    assertThat(rest.approve("dummy-key", "dummy-secret").status()).isEqualTo(200);

    simulator.withdrawAppKey("dummy-key");

    assertThat(rest.approve("dummy-key", "dummy-secret").json().path("error_code").asText())
        .isEqualTo("EGW00103");
  }

  @Test
  void refusesASecondKeyWithinASecondIfAsked() {
    try (KisSimulator limited = KisSimulator.builder().limitApprovals(true).start()) {
      RestClient client = new RestClient(limited);
      assertThat(client.approve("demo-app-key", "demo-app-secret").status()).isEqualTo(200);
      assertThat(
              client.approve("demo-app-key", "demo-app-secret").json().path("error_code").asText())
          .isEqualTo("EGW00201");
    }
  }

  @Test
  void failsInEveryScriptedWayAndThenRecovers() {
    for (ApprovalRefusal refusal : ApprovalRefusal.values()) {
      simulator.inject(new Fault.RefuseApproval(refusal));

      Answer answer = rest.approve("dummy-key", "dummy-secret");

      assertThat(answer).isEqualTo(new Answer(refusal.answer().status(), refusal.answer().body()));
    }
    assertThat(rest.approve("dummy-key", "dummy-secret").status()).isEqualTo(200);
  }

  @Test
  void answersLateIfScripted() {
    simulator.inject(new Fault.DelayApproval(Duration.ofMillis(120)));
    InstantSource clock = InstantSource.system();
    Instant asked = clock.instant();

    rest.approve("dummy-key", "dummy-secret");

    assertThat(Duration.between(asked, clock.instant())).isGreaterThan(Duration.ofMillis(110));
  }

  @Test
  void handsOutAccessTokensUnderTheOtherNameOfTheSecret() {
    Answer answer =
        rest.call(
            "POST",
            "/oauth2/tokenP",
            """
            {"grant_type":"client_credentials","appkey":"dummy-key","appsecret":"dummy-secret"}""");

    assertThat(answer.json().path("access_token").asText()).isNotBlank();
    assertThat(answer.json().path("access_token_token_expired").asText())
        .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
    assertThat(answer.json().path("expires_in").asInt()).isEqualTo(86_400);
  }
}
