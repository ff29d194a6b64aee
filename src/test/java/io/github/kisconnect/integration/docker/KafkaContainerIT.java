package io.github.kisconnect.integration.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.integration.ConnectorUnderTest;
import io.github.kisconnect.integration.Feed;
import io.github.kisconnect.quickstart.stack.BuildOutput;
import io.github.kisconnect.quickstart.stack.LocalStack;
import io.github.kisconnect.simulator.KisSimulator;
import io.github.kisconnect.simulator.Rate;
import io.github.kisconnect.simulator.SimulatorEvent.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** The main scenario with the broker in a container; skipped where there is no Docker engine. */
@Testcontainers(disabledWithoutDocker = true)
class KafkaContainerIT {

  private static final List<String> TICKERS = List.of("005930", "000660", "035420");

  @Container
  private static final KafkaContainer KAFKA =
      new KafkaContainer(
          DockerImageName.parse("apache/kafka:" + System.getProperty("kis.kafka.image.version")));

  @Test
  void deliversEveryRecordThroughABrokerInAContainer() {
    try (KisSimulator simulator = KisSimulator.builder().appKey("PS-docker", "secret").start();
        LocalStack stack =
            LocalStack.in(BuildOutput.fromSystemProperties().directory().resolve("docker"))
                .foreignBroker(KAFKA.getBootstrapServers())
                .start()) {
      try (ConnectorUnderTest connector =
          new ConnectorUnderTest(stack, "docker", simulator)
              .credentials("PS-docker", "secret")
              .tickers(TICKERS)) {
        connector.run(1);
        simulator.awaitSubscribed(TICKERS, ConnectorUnderTest.DEADLINE);
        simulator.rate(Rate.total(500));
        Feed.awaitSent(simulator, 1000);
        final int sent = Feed.stop(simulator);

        Feed.assertDelivered(simulator, connector.read(connector.topic(), sent));
      }
      simulator.await(
          "The session was not closed",
          () -> simulator.sessions().isEmpty(),
          ConnectorUnderTest.DEADLINE);
      assertThat(simulator.journal().events(Kind.CLOSED_UNCLEANLY)).isEmpty();
    }
  }
}
