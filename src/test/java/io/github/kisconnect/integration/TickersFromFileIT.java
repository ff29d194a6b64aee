package io.github.kisconnect.integration;

import io.github.kisconnect.quickstart.stack.LocalStack;
import io.github.kisconnect.simulator.KisSimulator;
import io.github.kisconnect.simulator.SimulatedSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The tickers are in the file of a config provider and change there while the connector runs. */
@ExtendWith(SharedStack.class)
class TickersFromFileIT {

  private static final List<String> BEFORE = List.of("005930", "000660", "035420", "068270");
  private static final List<String> AFTER = List.of("000660", "035420", "068270");

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void writesTheFirstList() throws IOException {
    file = directory.resolve("tickers.properties");
    write(BEFORE);
  }

  @Test
  void areDealtOutAnewForAllTasksOrForNone(LocalStack stack) throws IOException {
    try (KisSimulator simulator =
            KisSimulator.builder()
                .appKey("PS-one", "secret-1")
                .appKey("PS-two", "secret-2")
                .start();
        ConnectorUnderTest connector =
            new ConnectorUnderTest(stack, "tickers-from-file", simulator)
                .credentials("PS-one,PS-two", "secret-1,secret-2")
                .with("tasks.max", "2")
                .with("kis.tickers", "${file:" + file + ":tickers}")) {
      connector.run(2);
      awaitEachOnce(simulator, BEFORE);
      final SimulatedSession second = sessionOf(simulator, "000660");

      write(AFTER);
      connector.rest().restartTask(connector.name(), 1);

      simulator.awaitSessionAfter(second, ConnectorUnderTest.DEADLINE);
      awaitEachOnce(simulator, BEFORE);

      connector.rest().restart(connector.name());

      awaitEachOnce(simulator, AFTER);
    }
  }

  private static void awaitEachOnce(KisSimulator simulator, List<String> tickers) {
    simulator.await(
        "Not each of " + tickers + " was subscribed once",
        () ->
            simulator.sessions().stream()
                .flatMap(session -> session.tickers().stream())
                .sorted()
                .toList()
                .equals(tickers.stream().sorted().toList()),
        ConnectorUnderTest.DEADLINE);
  }

  private static SimulatedSession sessionOf(KisSimulator simulator, String ticker) {
    return simulator.sessions().stream()
        .filter(session -> session.tickers().contains(ticker))
        .findFirst()
        .orElseThrow();
  }

  private void write(List<String> tickers) throws IOException {
    Files.writeString(file, "tickers=" + String.join(",", tickers) + "\n");
  }
}
