package io.github.kisconnect.gap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Losses become holes with exact ends and counts. */
class LossLedgerTest {

  private final LossLedger ledger = new LossLedger();

  @Test
  void mergesNeighbouringLossesOfOneTickerAndReason() {
    ledger.lost("005930", GapReason.OVERFLOW, 200, "s1");
    ledger.lost("005930", GapReason.OVERFLOW, 100, "s1");
    ledger.lost("005930", GapReason.OVERFLOW, 300, "s2");
    ledger.lost("000660", GapReason.OVERFLOW, 150, "s1");
    ledger.lost("005930", GapReason.MALFORMED, 160, "s1");

    List<Gap> gaps = ledger.drain(Long.MAX_VALUE);

    assertThat(gaps).hasSize(3);
    assertThat(gaps.get(0))
        .satisfies(
            gap -> {
              assertThat(gap.ticker()).isEqualTo("005930");
              assertThat(gap.reason()).isEqualTo(GapReason.OVERFLOW);
              assertThat(gap.fromMicros()).isEqualTo(100 - GapTracker.UNDER_WAY_MICROS);
              assertThat(gap.toMicros()).hasValue(300);
              assertThat(gap.recordsLost()).hasValue(3);
              assertThat(gap.session()).isEqualTo("s2");
            });
  }

  @Test
  void keepsAHoleUntilItIsQuietAndGivesItOnce() {
    ledger.lost("005930", GapReason.OVERFLOW, 100, "s1");
    ledger.lost("005930", GapReason.OVERFLOW, 200, "s1");

    assertThat(ledger.drain(200)).isEmpty();
    assertThat(ledger.drain(201)).hasSize(1);
    assertThat(ledger.drain(Long.MAX_VALUE)).isEmpty();
  }

  @Test
  void givesNoCountWhereASizeIsUnknown() {
    ledger.lost("005930", GapReason.MALFORMED, 100, "s1");
    ledger.lostUnknown(List.of("005930", "000660"), GapReason.MALFORMED, 110, "s1");

    assertThat(ledger.drain(Long.MAX_VALUE))
        .hasSize(2)
        .allSatisfy(gap -> assertThat(gap.recordsLost()).isEmpty());
  }

  @Test
  void losesNoCountBetweenThreads() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Long>> counts = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        counts.add(
            threads.submit(
                () -> {
                  long drained = 0;
                  for (int i = 0; i < 1_000; i++) {
                    ledger.lost("005930", GapReason.OVERFLOW, i, "s1");
                    if (i % 10 == 0) {
                      drained += lost(ledger.drain(Long.MAX_VALUE));
                    }
                  }
                  return drained;
                }));
      }
      long total = 0;
      for (Future<Long> count : counts) {
        total += count.get();
      }
      assertThat(total + lost(ledger.drain(Long.MAX_VALUE))).isEqualTo(4_000);
    } finally {
      threads.shutdown();
    }
  }

  private static long lost(List<Gap> gaps) {
    return gaps.stream().mapToLong(gap -> gap.recordsLost().orElseThrow()).sum();
  }
}
