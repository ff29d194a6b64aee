package io.github.kisconnect.bench.endtoend;

import io.github.kisconnect.quickstart.stack.LocalStack;
import java.time.Duration;
import java.util.List;
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
   * @return records per second over the whole run
   */
  static double recordsPerSecond(LocalStack stack, int records, int bytes) {
    String printed =
        stack
            .programs()
            .kafkaTool(
                "Kafka's producer performance tool",
                "org.apache.kafka.tools.ProducerPerformance",
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
                    "bootstrap.servers=" + stack.bootstrapServers(),
                    "acks=all",
                    "enable.idempotence=true",
                    "max.in.flight.requests.per.connection=1",
                    "linger.ms=0",
                    "compression.type=none",
                    "max.block.ms=9223372036854775807",
                    "delivery.timeout.ms=2147483647"),
                PATIENCE);
    return RESULT
        .matcher(printed)
        .results()
        .filter(result -> Integer.parseInt(result.group(1)) == records)
        .reduce((first, second) -> second)
        .map(result -> Double.parseDouble(result.group(2)))
        .orElseThrow(() -> new IllegalStateException("The tool printed no result:\n" + printed));
  }
}
