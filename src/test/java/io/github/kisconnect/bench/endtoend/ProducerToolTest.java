package io.github.kisconnect.bench.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What is read from the output of Kafka's tool. */
class ProducerToolTest {

  @Test
  void readsTheTwoSummariesAndNoneOfTheLinesBefore() {
    String printed =
        """
        433663 records sent, 86732.6 records/sec (21.67 MB/sec), 753.4 ms avg latency, 1015.0 ms max latency.
        In steady state.
        1262160 records sent, 252432.0 records/sec (63.07 MB/sec), 506.2 ms avg latency, 880.0 ms max latency.
        3000000 records sent, 179629.962278 records/sec (44.88 MB/sec), 556.93 ms avg latency, 1015.00 ms max latency, 503 ms 50th, 873 ms 95th, 993 ms 99th, 1008 ms 99.9th.
        2000000 steady state records sent, 251000.500000 records/sec (62.71 MB/sec), 500.00 ms avg latency, 900.00 ms max latency, 490 ms 50th, 800 ms 95th, 850 ms 99th, 890 ms 99.9th.
        """;

    assertThat(ProducerTool.parse(printed))
        .isEqualTo(new ProducerTool.Rate(179_629.962278, 251_000.5));
  }

  @Test
  void showsWhatWasPrintedWhereThereIsNoResult() {
    assertThatThrownBy(() -> ProducerTool.parse("no broker"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no broker");
  }
}
