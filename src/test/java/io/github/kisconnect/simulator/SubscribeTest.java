package io.github.kisconnect.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kisconnect.simulator.RawClient.End;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Registering and releasing tickers, and being refused. */
class SubscribeTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  private final KisSimulator simulator = KisSimulator.builder().start();
  private final String approval = RestClient.approve(simulator);
  private final RawClient client = RawClient.connect(simulator);

  @AfterEach
  void stop() {
    client.close();
    simulator.close();
  }

  @Test
  void acknowledgesWithIvAndKey() {
    client.register(approval, "005930");

    JsonNode reply = client.readJson();

    assertThat(reply.path("header").toString())
        .isEqualTo(
            """
            {"tr_id":"H0STANC0","tr_key":"005930","encrypt":"N"}""");
    assertThat(reply.at("/body/rt_cd").asText()).isEqualTo("0");
    assertThat(reply.at("/body/msg_cd").asText()).isEqualTo("OPSP0000");
    assertThat(reply.at("/body/msg1").asText()).isEqualTo("SUBSCRIBE SUCCESS");
    assertThat(reply.at("/body/output/iv").asText()).matches("[0-9a-z]{16}");
    assertThat(reply.at("/body/output/key").asText()).matches("[0-9a-z]{32}");
    simulator.awaitSubscribed(List.of("005930"), SOON);
  }

  @Test
  void knowsWhatIsRegistered() {
    client.register(approval, "005930");
    client.register(approval, "005930");
    client.release(approval, "005930");
    client.release(approval, "005930");

    assertThat(IntStream.range(0, 4).mapToObj(i -> client.readCode()).toList())
        .containsExactly("OPSP0000", "OPSP0002", "OPSP0001", "OPSP0003");
    assertThat(simulator.awaitSession(SOON).tickers()).isEmpty();
  }

  @Test
  void carriesFortyOneRegistrations() {
    for (int i = 0; i < 42; i++) {
      client.register(approval, "%06d".formatted(i));
    }

    List<String> codes = IntStream.range(0, 42).mapToObj(i -> client.readCode()).toList();

    assertThat(codes.subList(0, 41)).containsOnly("OPSP0000");
    assertThat(codes.get(41)).isEqualTo("OPSP0008");
  }

  @Test
  void carriesFewerIfScripted() {
    simulator.inject(new Fault.MaxSubscriptions(1));
    client.register(approval, "005930");
    client.register(approval, "000660");

    assertThat(client.readCode()).isEqualTo("OPSP0000");
    assertThat(client.readCode()).isEqualTo("OPSP0008");
  }

  @Test
  void hangsUpOnAReplacedApprovalKeyAndRepeatsIt() {
    RestClient.approve(simulator);
    client.register(approval, "005930");

    assertThat(client.readJson().at("/body/msg1").asText())
        .isEqualTo("invalid approval : " + approval);
    assertThat(client.read().end()).isEqualTo(End.FIN);
  }

  @Test
  void letsRunningSessionsGoOnWhenTheirKeyIsReplaced() {
    client.register(approval, "005930");
    client.readCode();
    RestClient.approve(simulator);
    simulator.sendRecords("005930", 1);

    assertThat(client.readText()).startsWith("0|H0STANC0|001|005930^");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "not json; OPSP9999",
        "[]; OPSP9999",
        "{\"body\":{}}; OPSP9998",
        "{\"header\":{}}; OPSP9992",
        "{\"header\":{},\"body\":{}}; OPSP9991",
        "{\"header\":{},\"body\":{\"input\":{}}}; OPSP9997",
        "{\"header\":{\"custtype\":\"P\",\"tr_type\":1},\"body\":{\"input\":{}}}; OPSP8997",
        "{\"header\":{\"custtype\":\"P\",\"tr_type\":\"1\"},\"body\":{\"input\":{}}}; OPSP8991",
        "{\"header\":{\"custtype\":\"P\",\"tr_type\":\"1\"},"
            + "\"body\":{\"input\":{\"tr_id\":\"H0STANC0\"}}}; OPSP9990",
      })
  void namesWhatIsMissing(String request, String code) {
    client.send(RawClient.TEXT, request);

    JsonNode reply = client.readJson();

    assertThat(reply.at("/body/msg_cd").asText()).isEqualTo(code);
    assertThat(reply.at("/body/rt_cd").asText()).isEqualTo("9");
    assertThat(reply.at("/header/tr_id").asText()).isEqualTo("(null)");
  }

  @ParameterizedTest
  @CsvSource({
    "X, 1, H0STANC0, 005930, OPSP8998",
    "P, 3, H0STANC0, 005930, OPSP8997",
    "P, 1, H0NONSENSE, 005930, OPSP8991",
    "P, 1, H0STANC0, samsung, OPSP8992",
    "B, 1, H0STANC0, Q500001, OPSP0000",
  })
  void checksEachValue(String customer, String type, String tr, String key, String code) {
    client.send(RawClient.TEXT, RawClient.request(approval, customer, type, tr, key));

    assertThat(client.readCode()).isEqualTo(code);
  }

  @Test
  void refusesAnAppKeyForAllOfTheSession() {
    simulator.inject(new Fault.Answer("OPSP9994", null));
    client.register(approval, "005930");
    client.register(approval, "000660");

    assertThat(List.of(client.readCode(), client.readCode()))
        .containsExactly("OPSP9994", "OPSP9994");
    assertThat(simulator.awaitSession(SOON).tickers()).isEmpty();
    try (RawClient next = RawClient.connect(simulator)) {
      next.register(approval, "005930");
      assertThat(next.readCode()).isEqualTo("OPSP0000");
    }
  }

  @Test
  void answersWithAnyCodeIfScripted() {
    simulator.inject(new Fault.Answer("OPSP0007", "000660"));
    simulator.inject(new Fault.Answer("OPSP4711", null));
    client.register(approval, "000660");
    client.register(approval, "005930");
    client.register(approval, "005930");

    assertThat(client.readCode()).isEqualTo("OPSP0007");
    assertThat(client.readCode()).isEqualTo("OPSP4711");
    assertThat(client.readCode()).isEqualTo("OPSP0000");
  }

  @Test
  void swallowsAnAcknowledgementIfScripted() {
    simulator.inject(new Fault.NoAck("005930"));
    client.register(approval, "005930");
    client.register(approval, "000660");

    assertThat(client.readJson().at("/header/tr_key").asText()).isEqualTo("000660");
    assertThat(simulator.awaitSession(SOON).tickers()).containsExactly("005930", "000660");
  }

  @Test
  void sendsDataBeforeTheAcknowledgementIfScripted() {
    simulator.inject(new Fault.DataBeforeAck(null));
    client.register(approval, "005930");

    assertThat(client.readText()).startsWith("0|H0STANC0|001|005930^");
    assertThat(client.readCode()).isEqualTo("OPSP0000");
  }

  @Test
  void dropsTheConnectionAfterASubscribeIfScripted() {
    simulator.inject(new Fault.DropAfterSubscribe(Duration.ofMillis(50)));
    client.register(approval, "005930");

    assertThat(client.readCode()).isEqualTo("OPSP0000");
    assertThat(client.read().end()).isEqualTo(End.FIN);
  }
}
