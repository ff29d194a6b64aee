package io.github.kisconnect.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.simulator.RawClient.End;
import io.github.kisconnect.simulator.RawClient.Frame;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server's keepalive and its view of the client's control frames. */
class PingPongTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  private final KisSimulator simulator =
      KisSimulator.builder()
          .pingPong(Duration.ofMillis(50))
          .pingPongTimeout(Duration.ofSeconds(2))
          .start();
  private final RawClient client = RawClient.connect(simulator);

  @AfterEach
  void stop() {
    client.close();
    simulator.close();
  }

  @Test
  void asksInFiftyNineBytes() {
    String text = client.readText();

    assertThat(text)
        .hasSize(59)
        .startsWith("{\"header\":{\"tr_id\":\"PINGPONG\",\"datetime\":\"20");
  }

  @ParameterizedTest
  @ValueSource(ints = {RawClient.TEXT, RawClient.PING, RawClient.PONG})
  void acceptsTheSameTextAsTextPingOrPong(int opcode) {
    client.send(opcode, client.readText());

    simulator.await(
        "PINGPONG was not answered",
        () -> !simulator.journal().events(SimulatorEvent.Kind.PINGPONG_ANSWERED).isEmpty(),
        SOON);
  }

  @Test
  void complainsAboutAWrongAnswer() {
    client.readText();
    client.send(RawClient.TEXT, "PINGPONG");

    assertThat(codeAfterPings()).isEqualTo("OPSP8993");
  }

  @Test
  void dropsWhoNeverAnswers() {
    Frame frame = client.read();
    while (frame.end() == End.NONE) {
      frame = client.read();
    }

    assertThat(frame.end()).isEqualTo(End.FIN);
    assertThat(simulator.journal().events(SimulatorEvent.Kind.CLOSED_UNCLEANLY))
        .last()
        .satisfies(event -> assertThat(event.detail()).isEqualTo("PINGPONG unanswered"));
  }

  @Test
  void dropsUnsolicitedPongs() {
    client.send(RawClient.PONG, "");
    Frame frame = client.read();
    while (frame.end() == End.NONE) {
      frame = client.read();
    }

    assertThat(simulator.journal().events(SimulatorEvent.Kind.CLOSED_UNCLEANLY))
        .last()
        .satisfies(event -> assertThat(event.detail()).isEqualTo("unsolicited Pong"));
  }

  @Test
  void answersPings() {
    client.send(RawClient.PING, "are you there");
    Frame frame = client.read();
    while (frame.opcode() == RawClient.TEXT) {
      frame = client.read();
    }

    assertThat(frame.opcode()).isEqualTo(RawClient.PONG);
    assertThat(frame.text()).isEqualTo("are you there");
  }

  @Test
  void pausesWhileDataFlows() {
    try (KisSimulator busy =
            KisSimulator.builder().pingPong(Duration.ofMillis(100)).rate(Rate.total(200)).start();
        RawClient listener = RawClient.connect(busy)) {
      listener.register(RestClient.approve(busy), "005930");
      busy.await(
          "Too little data", () -> busy.ledger().count(LedgerRecord.Outcome.WRITTEN) > 100, SOON);

      assertThat(busy.journal().events(SimulatorEvent.Kind.PINGPONG_SENT)).hasSizeLessThan(3);
    }
  }

  private String codeAfterPings() {
    String text = client.readText();
    while (text.contains("PINGPONG")) {
      text = client.readText();
    }
    return text.replaceAll(".*\"msg_cd\":\"(\\w+)\".*", "$1");
  }
}
