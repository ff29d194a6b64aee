package io.github.kisconnect.bench.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.kisconnect.bench.figure.Figures;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Threads by what they are for. */
class ThreadCensusTest {

  @Test
  void countsByTheBeginOfTheName() {
    assertThat(ThreadCensus.of(List.of("kis-io-1", "kis-io-2", "kis-timer-1", "main")).counts())
        .containsOnly(
            entry("connections (kis-io)", 2L),
            entry("timer (kis-timer)", 1L),
            entry("all others", 1L));
  }

  @Test
  void tellsWhatAFurtherTaskCosts() {
    Figures figures = new Figures();
    ThreadCensus.report(
        figures,
        ThreadCensus.of(List.of("main")),
        ThreadCensus.of(List.of("main", "kis-io-1", "kis-timer-1")),
        ThreadCensus.of(List.of("main", "kis-io-1", "kis-io-2", "kis-io-3", "kis-timer-1")),
        3);
    assertThat(figures.csv())
        .contains("threads without a connector,1,")
        .contains("threads with 1 task,3,")
        .contains("threads with 3 tasks,5,")
        .contains("threads per further task: connections (kis-io),1,")
        .doesNotContain("per further task: timer");
  }
}
