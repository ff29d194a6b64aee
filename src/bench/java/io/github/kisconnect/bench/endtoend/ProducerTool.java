package io.github.kisconnect.bench.endtoend;

import io.github.kisconnect.quickstart.stack.LocalStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Kafka's own producer performance tool with the producer settings of a Connect worker: how fast
 * this broker takes records on this machine, whoever sends them.
 */
final class ProducerTool {

  static final String TOPIC = "bench.producer";

  private static final int RECORDS = 3_000_000;
  private static final int WARM_UP_RECORDS = 1_000_000;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Pattern RESULT =
      Pattern.compile("(\\d+)( steady state)? records sent, ([0-9.]+) records/sec");

  private ProducerTool() {}

  /**
   * What it did in a second.
   *
   * @param whole over the whole run, from the start of its JVM
   * @param warm after the first {@value #WARM_UP_RECORDS} records
   */
  record Rate(double whole, double warm) {}

  /**
   * Sends as fast as it can.
   *
   * @param bytes of each record, which has neither key nor headers
   * @param settings of the producer
   */
  static Rate run(LocalStack stack, int bytes, Map<String, String> settings) {
    return parse(
        stack
            .programs()
            .kafkaTool(
                "Kafka's producer performance tool",
                "org.apache.kafka.tools.ProducerPerformance",
                arguments(stack.bootstrapServers(), bytes, settings),
                PATIENCE));
  }

  /** Reads the two summaries at the end; the lines before them are of a few seconds each. */
  static Rate parse(String printed) {
    return new Rate(
        last(printed, result -> result.group(2) == null),
        last(printed, result -> result.group(2) != null));
  }

  private static double last(String printed, Predicate<MatchResult> which) {
    return RESULT
        .matcher(printed)
        .results()
        .filter(which)
        .reduce((first, second) -> second)
        .map(result -> Double.parseDouble(result.group(3)))
        .orElseThrow(() -> new IllegalStateException("The tool printed no result:\n" + printed));
  }

  private static List<String> arguments(
      String bootstrapServers, int bytes, Map<String, String> settings) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--topic",
                TOPIC,
                "--num-records",
                Integer.toString(RECORDS),
                "--warmup-records",
                Integer.toString(WARM_UP_RECORDS),
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
