package io.github.kisconnect.bench.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How processor time is divided. */
class ShareTest {

  @Test
  void ascribesAStackToWhoeverAskedForIt() {
    assertThat(
            Share.ofStack(
                List.of("org.apache.kafka.connect.data.Struct", "io.github.kisconnect.X")))
        .isEqualTo("POLLING");
    assertThat(Share.ofStack(List.of("org.apache.avro.io.Encoder", "io.confluent.Y")))
        .isEqualTo("CONVERTER");
    assertThat(Share.ofStack(List.of("org.apache.kafka.clients.producer.KafkaProducer")))
        .isEqualTo("CONNECT");
  }

  @Test
  void dividesTheTaskThreadBySamplesAndTheRestByThread() {
    Map<Share, Double> nanos =
        Share.divide(
            "typed",
            1_000,
            Map.of(
                "task-thread-typed-0", 400L,
                "kis-io-1", 100L,
                "kis-session-typed-0", 10L,
                "kafka-producer-network-thread | connector-producer-typed-0", 90L,
                "qtp-1", 77L),
            Map.of("POLLING", 1L, "CONVERTER", 2L, "CONNECT", 1L));

    assertThat(nanos)
        .containsEntry(Share.RECEIVING, 110.0)
        .containsEntry(Share.POLLING, 100.0)
        .containsEntry(Share.CONVERTER, 200.0)
        .containsEntry(Share.CONNECT, 190.0)
        .containsEntry(Share.REST, 400.0);
  }
}
