package io.github.kisconnect.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Figures and their limits. */
class FiguresTest {

  private final Figures figures = new Figures();

  @Test
  void areKeptWhereEachIsWithinItsLimit() {
    figures.add("latency p50", 1.5, "ms");
    figures.atMost(100, "latency p99", 100, "ms");
    figures.atMost(Duration.ofSeconds(5), "stop", Duration.ofMillis(4900));
    figures.atLeast(68, "closed cleanly", 68);
    figures.atLeast(0.3, "part of the tool's", 0.3, "");
    figures.none("unreported", 0);
    assertThat(figures.areKept()).isTrue();
    assertThat(figures.table()).doesNotContain("MISSED");
  }

  @Test
  void areNotKeptWhereOneIsBeyond() {
    figures.atLeast(68, "closed cleanly", 68);
    figures.atLeast(68, "closed cleanly", 67);
    assertThat(figures.areKept()).isFalse();
    assertThat(figures.table()).contains("≥ 68  MISSED");
  }

  @Test
  void areNotKeptWhereATimeIsTooShort() {
    figures.atLeast(Duration.ofMillis(800), "between two approvals", Duration.ofMillis(800));
    assertThat(figures.areKept()).isTrue();
    figures.atLeast(Duration.ofMillis(800), "between two approvals", Duration.ofMillis(799));
    assertThat(figures.areKept()).isFalse();
    assertThat(figures.csv()).contains("between two approvals,0.8,s,≥ 0.8,false");
  }

  @Test
  void areNotKeptWhereAPartIsTooSmall() {
    figures.atLeast(0.3, "part of the tool's", 0.299, "");
    assertThat(figures.areKept()).isFalse();
  }

  @Test
  void areNotKeptWhereWhatMustBeZeroIsLess() {
    figures.none("unreported", -1);
    assertThat(figures.areKept()).isFalse();
  }

  @Test
  void areWrittenAsCsvWithoutCommasInNumbers() {
    figures.count("sent, in all", 3_000_000);
    figures.none("unreported", 1);
    assertThat(figures.csv())
        .isEqualTo(
            """
            figure,value,unit,limit,kept
            sent in all,3000000,,,true
            unreported,1,,≤ 0,false
            """);
  }
}
