package io.github.kisconnect.quickstart.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The local stack with real processes, moving the lines of a file as Avro structs. */
class LocalStackIT {

  private static final Duration DEADLINE = Duration.ofMinutes(5);
  private static final String FILE_SOURCE =
      "org.apache.kafka.connect.file.FileStreamSourceConnector";

  @TempDir static Path directory;

  private static LocalStack stack;

  @BeforeAll
  static void start() {
    stack =
        LocalStack.in(directory.resolve("stack"))
            .workers(2)
            .workerProperty("session.timeout.ms", "6000")
            .workerProperty("heartbeat.interval.ms", "1000")
            .start();
  }

  @AfterAll
  static void close() {
    if (stack != null) {
      stack.close();
    }
  }

  @Test
  void readsBackAsAvroWhatAConnectorHasWritten() throws IOException {
    stack.rest().put("lines", fileSource("lines", 100));
    stack.rest().awaitRunning("lines", 1);

    try (AvroTopicReader reader = stack.read("lines")) {
      assertThat(reader.take(100, DEADLINE))
          .extracting(line -> line.value().get("line").toString())
          .containsExactlyElementsOf(IntStream.range(0, 100).mapToObj(i -> "line " + i).toList());
    }
    long end = Files.size(directory.resolve("lines.txt"));
    stack.rest().awaitOffsets("lines", answer -> answer.findPath("position").asLong() == end);
  }

  @Test
  void movesAConnectorThroughItsStates() throws IOException {
    ConnectRest rest = stack.rest();
    rest.put("states", fileSource("states", 1));
    rest.awaitRunning("states", 1);

    rest.pause("states");
    rest.awaitState("states", "PAUSED", 1);
    rest.resume("states");
    rest.awaitRunning("states", 1);
    rest.restart("states");
    rest.awaitRunning("states", 1);
    rest.stop("states");
    rest.awaitState("states", "STOPPED", 0);
    rest.delete("states");

    assertThat(rest.connectors()).noneMatch(name -> name.asText().equals("states"));
  }

  @Test
  void attachesConfigErrorsToTheirKeys() {
    ConfigValidation validation =
        stack
            .rest()
            .validate(
                FILE_SOURCE,
                Map.of("connector.class", FILE_SOURCE, "name", "wrong", "tasks.max", "none"));

    assertThat(validation.errors()).containsOnlyKeys("topic", "tasks.max");
  }

  @Test
  void quotesTheWorkerWhenItRefuses() {
    assertThatThrownBy(() -> stack.rest().config("nobody"))
        .isInstanceOfSatisfying(
            ConnectRestException.class, refusal -> assertThat(refusal.status()).isEqualTo(404))
        .hasMessageContaining("nobody");
  }

  @Test
  void movesTheTaskToAnotherWorkerWhenOneIsKilled() throws IOException {
    stack.rest().put("moving", fileSource("moving", 1));
    String owner = stack.rest().awaitRunning("moving", 1).tasks().get(0).workerId();
    LocalWorker killed =
        stack.workers().stream()
            .filter(worker -> worker.restUrl().getAuthority().equals(owner))
            .findFirst()
            .orElseThrow();

    killed.kill();

    stack
        .rest()
        .awaitStatus(
            "moving",
            "task on another worker",
            status ->
                status.isAll("RUNNING", 1) && !status.tasks().get(0).workerId().equals(owner));
    killed.start();
    assertThat(killed.isAlive()).isTrue();
  }

  @Test
  void keepsTheDataWhenTheBrokerRestarts() throws IOException {
    stack.rest().put("kept", fileSource("kept", 3));
    try (AvroTopicReader reader = stack.read("kept")) {
      reader.take(3, DEADLINE);

      stack.broker().restart();
    }
    try (AvroTopicReader reader = stack.read("kept")) {
      assertThat(reader.take(3, DEADLINE)).hasSize(3);
    }
  }

  private static Map<String, String> fileSource(String name, int lines) throws IOException {
    Path file = directory.resolve(name + ".txt");
    Files.write(file, List.copyOf(IntStream.range(0, lines).mapToObj(i -> "line " + i).toList()));
    Map<String, String> config = new HashMap<>();
    config.put("connector.class", FILE_SOURCE);
    config.put("file", file.toString());
    config.put("topic", name);
    config.put("transforms", "hoist");
    config.put("transforms.hoist.type", "org.apache.kafka.connect.transforms.HoistField$Value");
    config.put("transforms.hoist.field", "line");
    config.put("topic.creation.default.replication.factor", "1");
    config.put("topic.creation.default.partitions", "1");
    return config;
  }
}
