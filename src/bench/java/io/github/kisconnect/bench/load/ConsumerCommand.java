package io.github.kisconnect.bench.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The consumer's process. It reads topics from their end and tells by HTTP what came: {@code GET /}
 * gives a {@link Reading}, {@code POST /} starts over.
 */
@Command(name = "bench-consumer")
public final class ConsumerCommand implements Callable<Integer> {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final ObjectMapper JSON = new ObjectMapper();

  @Option(names = "--bootstrap-servers", required = true)
  private String bootstrapServers;

  @Option(names = "--topics", required = true, split = ",", description = "They must exist.")
  private List<String> topics;

  @Option(names = "--port", required = true)
  private int port;

  private final InstantSource clock;
  private final Tally tally = new Tally();

  private ConsumerCommand(InstantSource clock) {
    this.clock = clock;
  }

  /** Ends with a signal only. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new ConsumerCommand(InstantSource.system())).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      List<TopicPartition> partitions =
          topics.stream()
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(each -> new TopicPartition(each.topic(), each.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToEnd(partitions);
      partitions.forEach(consumer::position);
      serve();
      read(consumer);
    }
    return CommandLine.ExitCode.OK;
  }

  private void read(KafkaConsumer<byte[], byte[]> consumer) {
    while (!Thread.currentThread().isInterrupted()) {
      var records = consumer.poll(POLL);
      long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
      for (ConsumerRecord<byte[], byte[]> each : records) {
        tally.add(each.value(), size(each), now);
      }
    }
  }

  private static int size(ConsumerRecord<byte[], byte[]> record) {
    int size = Math.max(0, record.serializedKeySize()) + record.serializedValueSize();
    for (Header header : record.headers()) {
      size += header.key().length() + header.value().length;
    }
    return size;
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            5000);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private void serve() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (exchange.getRequestMethod().equals("POST")) {
        tally.reset();
      }
      byte[] body = JSON.writeValueAsBytes(tally.reading());
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
