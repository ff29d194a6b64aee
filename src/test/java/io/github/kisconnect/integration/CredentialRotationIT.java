package io.github.kisconnect.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.quickstart.stack.AvroRecord;
import io.github.kisconnect.quickstart.stack.LocalStack;
import io.github.kisconnect.simulator.KisSimulator;
import io.github.kisconnect.simulator.SimulatedSession;
import io.github.kisconnect.simulator.SimulatorEvent.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The app key is exchanged in the file of a config provider while the connector runs. That a task
 * was not restarted shows in its holes: they are of a lost session, none is of a restart.
 */
@ExtendWith(SharedStack.class)
class CredentialRotationIT {

  private static final List<String> TICKERS = List.of("005930", "000660");

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void writesTheOldPair() throws IOException {
    file = directory.resolve("kis.properties");
    write("PS-old", "dummy-old-secret");
  }

  @Test
  void goesOnWithAPairThatWasInPlaceBeforeTheOldOneDied(LocalStack stack) throws IOException {
    try (KisSimulator simulator = simulator();
        ConnectorUnderTest connector = connector(stack, "rotated-before", simulator)) {
      final SimulatedSession first = runUntilProven(simulator, connector);

      write("PS-new", "dummy-new-secret");
      simulator.withdrawAppKey("PS-old");
      assertThat(first.isOpen()).isTrue();
      first.drop();

      assertGoesOn(simulator, connector, first);
      assertThat(simulator.journal().events(Kind.APPROVAL_REFUSED)).isEmpty();
    }
  }

  @Test
  void waitsForAPairThatComesAfterTheOldOneWasRefused(LocalStack stack) throws IOException {
    try (KisSimulator simulator = simulator();
        ConnectorUnderTest connector = connector(stack, "rotated-after", simulator)) {
      final SimulatedSession first = runUntilProven(simulator, connector);

      simulator.withdrawAppKey("PS-old");
      first.drop();
      simulator.await(
          "The old pair was not refused",
          () -> !simulator.journal().events(Kind.APPROVAL_REFUSED).isEmpty(),
          ConnectorUnderTest.DEADLINE);
      connector.rest().awaitRunning(connector.name(), 1);
      write("PS-new", "dummy-new-secret");

      assertGoesOn(simulator, connector, first);
      assertThat(simulator.journal().events(Kind.APPROVAL_REFUSED)).hasSize(1);
    }
  }

  /** One record of each ticker goes through, which proves the session and registers the schema. */
  private static SimulatedSession runUntilProven(
      KisSimulator simulator, ConnectorUnderTest connector) {
    connector.run(1);
    simulator.awaitSubscribed(TICKERS, ConnectorUnderTest.DEADLINE);
    TICKERS.forEach(ticker -> simulator.sendRecords(ticker, 1));
    connector.read(connector.topic(), 2);
    return simulator.awaitSession(ConnectorUnderTest.DEADLINE);
  }

  private static void assertGoesOn(
      KisSimulator simulator, ConnectorUnderTest connector, SimulatedSession first) {
    simulator.awaitSessionAfter(first, ConnectorUnderTest.DEADLINE);
    simulator.awaitSubscribed(TICKERS, ConnectorUnderTest.DEADLINE);
    TICKERS.forEach(ticker -> simulator.sendRecords(ticker, 1));

    Feed.assertDelivered(simulator, connector.read(connector.topic(), 4));
    final List<AvroRecord> gaps = connector.read(connector.gapTopic(), 2);
    assertThat(gaps).extracting(AvroRecord::key).containsExactlyInAnyOrderElementsOf(TICKERS);
    assertThat(gaps)
        .allSatisfy(gap -> assertThat(gap.value().get("REASON")).hasToString("DISCONNECT"));
    connector.rest().awaitRunning(connector.name(), 1);
  }

  private static KisSimulator simulator() {
    return KisSimulator.builder()
        .appKey("PS-old", "dummy-old-secret")
        .appKey("PS-new", "dummy-new-secret")
        .start();
  }

  private ConnectorUnderTest connector(LocalStack stack, String name, KisSimulator simulator) {
    return new ConnectorUnderTest(stack, name, simulator)
        .credentials("${file:" + file + ":app.keys}", "${file:" + file + ":app.secrets}")
        .tickers(TICKERS);
  }

  /** At once, so that no reader meets half a file. */
  private void write(String appKey, String secret) throws IOException {
    final Path draft = directory.resolve("draft");
    Files.writeString(draft, "app.keys=" + appKey + "\napp.secrets=" + secret + "\n");
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
