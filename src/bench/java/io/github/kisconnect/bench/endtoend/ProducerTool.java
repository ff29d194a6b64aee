package io.github.kisconnect.bench.endtoend;

import io.github.kisconnect.quickstart.stack.LocalStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Kafka's own producer performance tool with the producer settings of a Connect worker: how fast
 * this broker takes records on this machine, whoever sends them.
 */
final class ProducerTool {

  static final String TOPIC = "bench.producer";

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Pattern RESULT =
      Pattern.compile("(\\d+) records sent, ([0-9.]+) records/sec");

  private ProducerTool() {}

  /**
   * Sends as fast as it can.
   *
   * @param bytes of each record, which has neither key nor headers
   * @param settings of the producer
   * @return records per second over the whole run
   */
  static double recordsPerSecond(
      LocalStack stack, int records, int bytes, Map<String, String> settings) {
    String printed =
        stack
            .programs()
            .kafkaTool(
                "Kafka's producer performance tool",
                "org.apache.kafka.tools.ProducerPerformance",
                arguments(stack.bootstrapServers(), records, bytes, settings),
                PATIENCE);
    return RESULT
        .matcher(printed)
        .results()
        .filter(result -> Integer.parseInt(result.group(1)) == records)
        .reduce((first, second) -> second)
        .map(result -> Double.parseDouble(result.group(2)))
        .orElseThrow(() -> new IllegalStateException("The tool printed no result:\n" + printed));
  }

  private static List<String> arguments(
      String bootstrapServers, int records, int bytes, Map<String, String> settings) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--topic",
                TOPIC,
                "--num-records",
                Integer.toString(records),
                "--record-size",
                Integer.toString(bytes),
                "--throughput",
                "-1",
                "--producer-props",
                "bootstrap.servers=" + bootstrapServers,
                "max.block.ms=9223372036854775807",
                "delivery.timeout.ms=2147483647"));
    settings.forEach((name, value) -> arguments.add(name + "=" + value));
    return arguments;
  }
}
