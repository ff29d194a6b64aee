package io.github.kisconnect.integration.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.integration.ConnectorUnderTest;
import io.github.kisconnect.integration.Feed;
import io.github.kisconnect.integration.Trial;
import io.github.kisconnect.quickstart.stack.BuildOutput;
import io.github.kisconnect.quickstart.stack.LocalStack;
import io.github.kisconnect.quickstart.stack.Port;
import io.github.kisconnect.simulator.KisSimulator;
import io.github.kisconnect.simulator.Rate;
import io.github.kisconnect.simulator.SimulatedSession;
import io.github.kisconnect.simulator.SimulatorEvent.Kind;
import io.github.kisconnect.soak.Account;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** A worker whose broker is in a container; skipped where there is no Docker engine. */
@Testcontainers(disabledWithoutDocker = true)
class KafkaContainerIT {

  private static final List<String> TICKERS = List.of("005930", "000660", "035420");

  /** Seconds without a broker. */
  private static final int OUTAGE = 20;

  @Container private static final KafkaContainer KAFKA = container();

  @Test
  void deliversEveryRecordThroughABrokerInAContainer() {
    try (KisSimulator simulator = KisSimulator.builder().appKey("PS-docker", "secret").start();
        LocalStack stack = stack("docker")) {
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

  @Test
  void keepsTheSessionWhileTheContainerIsStoppedAndDeliversAllOfIt() {
    try (LocalStack stack = stack("docker-outage");
        Trial trial = new Trial(stack, "docker-outage").start()) {
      final List<SimulatedSession> before = trial.simulator().sessions();

      KAFKA.getDockerClient().stopContainerCmd(KAFKA.getContainerId()).exec();
      try {
        trial.awaitLoad(OUTAGE * Trial.LOAD);
      } finally {
        KAFKA.getDockerClient().startContainerCmd(KAFKA.getContainerId()).exec();
      }

      trial.awaitLoad();
      final Account account = trial.assertBalanced();
      assertThat(trial.simulator().sessions()).isEqualTo(before);
      assertThat(account.delivered()).as("%s", account).isEqualTo(account.sent());
    }
  }

  /** On a port that stays when the container is stopped: clients know it by its address. */
  private static KafkaContainer container() {
    final KafkaContainer kafka =
        new KafkaContainer(
            DockerImageName.parse("apache/kafka:" + System.getProperty("kis.kafka.image.version")));
    kafka.setPortBindings(List.of(Port.any().claim("The broker in a container") + ":9092"));
    return kafka;
  }

  /** A worker stops its tasks without a broker for heartbeat.interval.ms; this one is patient. */
  private static LocalStack stack(String name) {
    return LocalStack.in(BuildOutput.fromSystemProperties().directory().resolve(name))
        .foreignBroker(KAFKA.getBootstrapServers())
        .workerProperty("session.timeout.ms", "180000")
        .workerProperty("heartbeat.interval.ms", "120000")
        .start();
  }
}
