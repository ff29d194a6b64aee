package io.github.kisconnect.bench.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A connector to be measured. */
class SubjectTest {

  @Test
  void givesTheSettingsOfItsProducerByTheProducersNames() {
    assertThat(Subject.typed(1).with(Map.of("producer.override.linger.ms", "7")).producerSettings())
        .containsEntry("linger.ms", "7")
        .containsEntry("acks", "all")
        .doesNotContainKeys("topic", "connector.class");
  }
}
