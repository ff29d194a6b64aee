package io.github.kisconnect.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kisconnect.simulator.RawClient.End;
import io.github.kisconnect.simulator.RawClient.Frame;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One session per app key, and how the slot comes free. */
class AppKeySlotTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration OCCUPIED = Duration.ofSeconds(60);

  private final AtomicLong nanos = new AtomicLong();
  private final KisSimulator simulator =
      KisSimulator.builder()
          .appKey("key-a", "secret-a")
          .appKey("key-b", "secret-b")
          .occupiedAfterUncleanClose(OCCUPIED)
          .time(InstantSource.system(), nanos::get)
          .start();
  private final String approval = approve("key-a", "secret-a");
  private final RawClient first = RawClient.connect(simulator);

  @AfterEach
  void stop() {
    first.close();
    simulator.close();
  }

  @Test
  void refusesTheSecondSessionAndLeavesTheFirstAlone() {
    assertThat(registered(first)).isEqualTo("OPSP0000");
    try (RawClient second = RawClient.connect(simulator)) {
      second.register(approval, "000660");

      JsonNode reply = second.readJson();

      assertThat(reply.at("/header/tr_id").asText()).isEqualTo("(null)");
      assertThat(reply.at("/body/msg_cd").asText()).isEqualTo("OPSP8996");
      assertThat(second.read().end()).isEqualTo(End.FIN);
    }
    simulator.sendRecords("005930", 1);
    assertThat(first.readText()).startsWith("0|H0STANC0|");
  }

  @Test
  void acknowledgesACleanCloseAndFreesTheSlotAtOnce() {
    registered(first);
    first.close(1000);

    Frame acknowledgement = first.read();

    assertThat(acknowledgement.opcode()).isEqualTo(RawClient.CLOSE);
    assertThat(acknowledgement.closeCode()).isEqualTo(1000);
    assertThat(first.read().end()).isEqualTo(End.FIN);
    try (RawClient second = RawClient.connect(simulator)) {
      assertThat(registered(second)).isEqualTo("OPSP0000");
    }
  }

  @Test
  void keepsTheSlotOccupiedAfterAnUncleanClose() {
    registered(first);
    first.close();
    awaitUncleanEnd();
    try (RawClient second = RawClient.connect(simulator)) {
      assertThat(registered(second)).isEqualTo("OPSP8996");
    }
    nanos.addAndGet(OCCUPIED.toNanos());
    try (RawClient third = RawClient.connect(simulator)) {
      assertThat(registered(third)).isEqualTo("OPSP0000");
    }
  }

  @Test
  void neitherAcknowledgesNorForgivesAnotherCloseCode() {
    registered(first);
    first.close(1007);

    assertThat(first.read().end()).isEqualTo(End.FIN);
    try (RawClient second = RawClient.connect(simulator)) {
      assertThat(registered(second)).isEqualTo("OPSP8996");
    }
  }

  @Test
  void occupiesFreeKeysIfScripted() {
    simulator.inject(new Fault.Occupy(OCCUPIED));

    assertThat(registered(first)).isEqualTo("OPSP8996");
  }

  @Test
  void dropsASessionThatUsesTheKeyOfAnother() {
    registered(first);
    first.register(approve("key-b", "secret-b"), "000660");

    assertThat(first.read().end()).isEqualTo(End.FIN);
  }

  @Test
  void refusesRevokedApprovals() {
    simulator.inject(new Fault.RevokeApprovals());

    assertThat(registered(first)).isEqualTo("OPSP0011");
  }

  private String approve(String appKey, String secret) {
    return new RestClient(simulator).approve(appKey, secret).json().path("approval_key").asText();
  }

  private String registered(RawClient client) {
    client.register(approval, "005930");
    return client.readCode();
  }

  private void awaitUncleanEnd() {
    simulator.await("The session is still there", () -> simulator.sessions().isEmpty(), SOON);
  }
}
