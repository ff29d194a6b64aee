package io.github.kisconnect.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.quickstart.stack.LocalStackException;
import org.junit.jupiter.api.Test;

/** What the user is told about failures. */
class ComplaintTest {

  @Test
  void keepsAStackFailureToOneLine() {
    assertThat(Complaint.about(new LocalStackException("The broker ended.\nat kafka.Kafka")))
        .isEqualTo("The broker ended.");
  }

  @Test
  void saysWhereTheDetailsOfTheUnforeseenAre() {
    assertThat(Complaint.about(new IllegalStateException("odd")))
        .contains("odd")
        .endsWith("(details: target/quickstart/quickstart.log)");
  }
}
