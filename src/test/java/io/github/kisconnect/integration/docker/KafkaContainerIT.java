package io.github.kisconnect.integration.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import io.github.kisconnect.integration.Trial;
import io.github.kisconnect.quickstart.stack.BuildOutput;
import io.github.kisconnect.quickstart.stack.LocalStack;
import io.github.kisconnect.quickstart.stack.Port;
import io.github.kisconnect.simulator.SimulatedSession;
import io.github.kisconnect.soak.Account;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** A worker whose broker is in a container; skipped where there is no Docker engine. */
@Testcontainers(disabledWithoutDocker = true)
@Execution(ExecutionMode.CONCURRENT)
class KafkaContainerIT {

  /** Seconds without a broker. */
  private static final int OUTAGE = 20;

  @Container private static final KafkaContainer KAFKA = container();

  @Test
  void deliversEveryRecordThoughTheContainerIsStoppedAndStarted() {
    try (LocalStack stack = stack();
        Trial trial = new Trial(stack, "docker").start()) {
      final List<SimulatedSession> before = trial.simulator().sessions();

      stopContainer();
      try {
        trial.awaitLoad(OUTAGE * Trial.LOAD);
      } finally {
        docker().startContainerCmd(KAFKA.getContainerId()).exec();
      }

      trial.awaitLoad();
      final Account account = trial.assertBalanced();
      assertThat(trial.simulator().sessions()).isEqualTo(before);
      assertThat(account.delivered()).as("%s", account).isEqualTo(account.sent());
      assertThat(account.holes()).isEmpty();
    }
  }

  /** The shell of the container does not pass the signal on, so in the end the broker is killed. */
  private static void stopContainer() {
    docker().stopContainerCmd(KAFKA.getContainerId()).withTimeout(1).exec();
  }

  private static DockerClient docker() {
    return KAFKA.getDockerClient();
  }

  /** On a port that stays when the container is stopped: clients know it by its address. */
  private static KafkaContainer container() {
    final KafkaContainer kafka =
        new KafkaContainer(
                DockerImageName.parse(
                    "apache/kafka:" + System.getProperty("kis.kafka.image.version")))
            .withStartupTimeout(Trial.DEADLINE);
    kafka.setPortBindings(List.of(Port.any().claim("The broker in a container") + ":9092"));
    return kafka;
  }

  /** A worker stops its tasks without a broker for heartbeat.interval.ms; this one is patient. */
  private static LocalStack stack() {
    return LocalStack.in(BuildOutput.fromSystemProperties().directory().resolve("docker"))
        .foreignBroker(KAFKA.getBootstrapServers())
        .workerProperty("session.timeout.ms", "180000")
        .workerProperty("heartbeat.interval.ms", "120000")
        .start();
  }
}
