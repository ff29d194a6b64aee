package io.github.kisconnect.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table by ticker as it looks on the terminal. */
class TickerTableTest {

  @Test
  void showsARowForEachTicker() {
    TickerRow samsung =
        TickerRow.of(
            AvroRecords.of("005930", 0, AvroRecords.samsung()), 1_234, Duration.ofMillis(5));

    assertThat(TickerTable.render(List.of(samsung)).lines().map(String::strip))
        .containsSubsequence(
            "Ticker  Expected  Change      %   Volume        Turnover  Time      Records  Latency",
            "005930    71,500  -1,200  -1.65  313,470  22,413,105,000  08:51:30    1,234     5 ms");
  }

  @Test
  void saysThatThereIsNothingYet() {
    assertThat(TickerTable.render(List.of())).isEqualTo("No record yet.");
  }

  @Test
  void showsADashForANull() {
    TickerRow row =
        TickerRow.of(AvroRecords.of("005930", 0, AvroRecords.empty()), 1, Duration.ZERO);

    assertThat(row)
        .extracting(TickerRow::expectedPrice, TickerRow::changePercent, TickerRow::time)
        .containsExactly("-", "-", "-");
  }

  @Test
  void fitsATerminalOfEightyColumnsAndSomeMore() {
    TickerRow wide =
        TickerRow.of(
            AvroRecords.of("005930", 0, AvroRecords.samsung()),
            1_000_000,
            Duration.ofMillis(12_345));

    assertThat(TickerTable.render(List.of(wide)).lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
  }
}
