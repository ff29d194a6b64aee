package io.github.kisconnect.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kisconnect.simulator.LedgerRecord.Outcome;
import io.github.kisconnect.simulator.RawClient.End;
import io.github.kisconnect.simulator.RawClient.Frame;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connections that do not come about, and connections that end. */
class ConnectionFaultTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  private final KisSimulator simulator = KisSimulator.builder().start();

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void refusesTheUpgradeWithAStatus() {
    simulator.inject(new Fault.RefuseUpgrade(500), 2);

    assertThat(answerToUpgrade()).startsWith("HTTP/1.1 500 ");
    assertThat(answerToUpgrade()).startsWith("HTTP/1.1 500 ");
    assertThat(answerToUpgrade()).startsWith("HTTP/1.1 101 ");
  }

  @Test
  void answersTheUpgradeWithGarbage() {
    simulator.inject(new Fault.GarbageUpgrade());

    assertThat(answerToUpgrade()).contains("garbage").doesNotContain("HTTP");
  }

  @Test
  void doesNotAnswerTheUpgrade() {
    simulator.inject(new Fault.SilentUpgrade());
    try (RawClient client = RawClient.knock(simulator)) {
      client.patience(100);

      assertThat(client.read().end()).isEqualTo(End.SILENCE);
    }
  }

  @Test
  void endsEveryConnectionWhenItClosesWhateverItHasToDo() {
    for (int attempt = 0; attempt < 100; attempt++) {
      KisSimulator busy = KisSimulator.builder().start();
      try (RawClient client = RawClient.connect(busy)) {
        Thread worker = new Thread(() -> keepBusy(busy), "keeps-the-simulator-busy");
        worker.setDaemon(true);
        worker.start();
        busy.close();

        assertThat(client.read().end()).as("attempt %d", attempt).isEqualTo(End.FIN);
      }
    }
  }

  @Test
  void dropsWithoutACloseFrame() {
    try (RawClient client = connected()) {
      simulator.inject(new Fault.Drop());

      assertThat(client.read().end()).isEqualTo(End.FIN);
    }
  }

  @Test
  void resets() {
    try (RawClient client = connected()) {
      simulator.inject(new Fault.Reset());

      assertThat(client.read().end()).isEqualTo(End.RESET);
    }
  }

  @Test
  void closesWithACode() {
    try (RawClient client = connected()) {
      simulator.inject(new Fault.Close(1001, "restart"));
      Frame frame = client.read();
      assertThat(frame.opcode()).isEqualTo(RawClient.CLOSE);
      assertThat(frame.closeCode()).isEqualTo(1001);

      client.close(1001);

      assertThat(client.read().end()).isEqualTo(End.FIN);
      assertThat(simulator.journal().events(SimulatorEvent.Kind.CLOSED_CLEANLY)).hasSize(1);
    }
  }

  @Test
  void fallsSilentAndLetsGoLater() {
    try (RawClient client = connected()) {
      client.register(RestClient.approve(simulator), "005930");
      client.readCode();
      simulator.inject(new Fault.HalfOpen(Duration.ofSeconds(2)));
      simulator.sendRecords("005930", 2);
      client.send(RawClient.PING, "hello");
      client.patience(100);

      assertThat(client.read().end()).isEqualTo(End.SILENCE);
      assertThat(simulator.ledger().count("005930", Outcome.NOT_WRITTEN)).isEqualTo(2);

      simulator.await("It is still there", () -> simulator.sessions().isEmpty(), SOON);
    }
  }

  @Test
  void sendsPingsAndAcceptsTheirPongs() {
    try (RawClient client = connected()) {
      simulator.inject(new Fault.Ping("knock"));
      Frame frame = client.read();
      assertThat(frame.opcode()).isEqualTo(RawClient.PING);

      client.send(RawClient.PONG, frame.payload());
      client.send(RawClient.PING, "still there");

      assertThat(client.read().text()).isEqualTo("still there");
    }
  }

  @Test
  void refusesConnectionsForAWhile() {
    try (RawClient client = connected()) {
      simulator.inject(new Fault.RefuseConnections(Duration.ofSeconds(2)));

      assertThat(client.read().end()).isEqualTo(End.FIN);
      assertThatThrownBy(() -> RawClient.connect(simulator)).isInstanceOf(RuntimeException.class);
    }
    simulator.await(
        "It does not listen again",
        () -> !simulator.journal().events(SimulatorEvent.Kind.CONNECTIONS_ACCEPTED).isEmpty(),
        SOON);
    connected().close();
  }

  @Test
  void dropsSessionsAndFreesItsPortsWhenItCloses() {
    try (RawClient client = connected()) {
      simulator.close();

      assertThat(client.read().end()).isEqualTo(End.FIN);
    }
    try (KisSimulator next =
        KisSimulator.builder()
            .restPort(simulator.restUri().getPort())
            .webSocketPort(simulator.webSocketUri().getPort())
            .start()) {
      RawClient.connect(next).close();
    }
  }

  @Test
  void dropsWhoReadsTooSlowly() {
    try (RawClient client = connected()) {
      client.register(RestClient.approve(simulator), "005930");
      client.readCode();
      SimulatedSession session = simulator.awaitSession(SOON);
      byte[] mebibyte = new byte[1 << 20];
      for (int i = 0; i < 64 && session.isOpen(); i++) {
        session.sendRaw(mebibyte);
      }

      simulator.await("It is still there", () -> !session.isOpen(), SOON);
      assertThat(simulator.journal().events(SimulatorEvent.Kind.CLOSED_UNCLEANLY))
          .last()
          .satisfies(event -> assertThat(event.detail()).isEqualTo("the client reads too slowly"));
    }
  }

  @Test
  void findsTheSessionAfterAnother() {
    try (RawClient client = connected()) {
      SimulatedSession first = simulator.awaitSession(SOON);
      simulator.inject(new Fault.Drop());
      assertThat(client.read().end()).isEqualTo(End.FIN);
      try (RawClient second = connected()) {
        assertThat(simulator.awaitSessionAfter(first, SOON).id()).isEqualTo("2");
        second.close(1000);
      }
    }
  }

  @Test
  void saysThatNoSessionCameAfterAnother() {
    try (RawClient only = connected()) {
      SimulatedSession first = simulator.awaitSession(SOON);
      only.send(RawClient.PING, "");

      assertThatThrownBy(() -> simulator.awaitSessionAfter(first, Duration.ofMillis(20)))
          .hasMessage("No session was opened after session 1 within 20 ms.");
    }
  }

  private RawClient connected() {
    RawClient client = RawClient.connect(simulator);
    simulator.awaitSession(SOON);
    return client;
  }

  private String answerToUpgrade() {
    try (RawClient client = RawClient.knock(simulator)) {
      return client.httpHead();
    }
  }

  private static void keepBusy(KisSimulator simulator) {
    try {
      while (true) {
        simulator.rate(Rate.none());
      }
    } catch (RejectedExecutionException closed) {
      // Nothing can be asked of it any more.
    }
  }
}
