package io.github.kisconnect.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.quickstart.stack.LocalStack;
import io.github.kisconnect.simulator.Fault;
import io.github.kisconnect.simulator.KisSimulator;
import io.github.kisconnect.simulator.SimulatedSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Where secrets must not be found, with a real worker and a real config provider. */
@ExtendWith(SharedStack.class)
class SecretsIT {

  private static final String APP_KEY = "PSmarkerAppKeyThatNobodyMaySee000001";
  private static final String SECRET =
      "markerSecretThatNobodyMaySee/+=0123456789abcdefghijklmnopqrstuv";
  private static final Pattern APPROVAL_KEY =
      Pattern.compile("(?<!-)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final List<String> TICKERS = List.of("005930", "000660");

  @TempDir Path directory;

  @Test
  void keepsReferencesAsReferencesAndPrintsNoSecret(LocalStack stack) throws IOException {
    final Path file = Files.createDirectories(directory).resolve("kis.properties");
    Files.writeString(file, "app.keys=" + APP_KEY + "\napp.secrets=" + SECRET + "\n");
    try (KisSimulator simulator =
            KisSimulator.builder()
                .appKey(APP_KEY, SECRET)
                .occupiedAfterUncleanClose(Duration.ZERO)
                .start();
        ConnectorUnderTest connector =
            new ConnectorUnderTest(stack, "secrets", simulator)
                .credentials("${file:" + file + ":app.keys}", "${file:" + file + ":app.secrets}")
                .tickers(TICKERS)) {
      connector.run(1);
      simulator.awaitSubscribed(TICKERS, ConnectorUnderTest.DEADLINE);
      provokeTextsWithSecrets(simulator);

      assertThat(stack.rest().tasks("secrets").toString())
          .contains("${file:" + file + ":app.keys}")
          .doesNotContain(APP_KEY, SECRET);
      assertThat(configTopic(stack))
          .anyMatch(value -> value.contains("task.index") && value.contains("${file:" + file))
          .noneMatch(value -> value.contains(APP_KEY) || value.contains(SECRET));
      assertThat(logs()).anyMatch(line -> line.contains("session="));
      assertThat(logs().stream().filter(SecretsIT::showsSecret)).isEmpty();
    }
  }

  /** The server echoes the approval key in its refusal. */
  private static void provokeTextsWithSecrets(KisSimulator simulator) {
    final SimulatedSession first = simulator.awaitSession(ConnectorUnderTest.DEADLINE);
    simulator.inject(new Fault.RevokeApprovals());
    first.drop();
    simulator.awaitSessionAfter(first, ConnectorUnderTest.DEADLINE);
    simulator.awaitSubscribed(TICKERS, ConnectorUnderTest.DEADLINE);
  }

  private static List<String> configTopic(LocalStack stack) {
    final Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            stack.bootstrapServers(),
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest");
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      final List<TopicPartition> partitions = List.of(new TopicPartition("connect-configs", 0));
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      final long end = consumer.endOffsets(partitions).get(partitions.get(0));
      final List<String> values = new ArrayList<>();
      while (consumer.position(partitions.get(0)) < end) {
        consumer
            .poll(Duration.ofSeconds(1))
            .forEach(record -> values.add(String.valueOf(record.value())));
      }
      return values;
    }
  }

  private static boolean showsSecret(String line) {
    return line.contains(APP_KEY) || line.contains(SECRET) || APPROVAL_KEY.matcher(line).find();
  }

  private static List<String> logs() throws IOException {
    final List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(SharedStack.directory().resolve("logs"))) {
      for (Path log : files.toList()) {
        lines.addAll(Files.readAllLines(log));
      }
    }
    return lines;
  }
}
