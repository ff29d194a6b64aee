package io.github.kisconnect.consumers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.kisconnect.quickstart.stack.AvroRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.Test;

/** What is remembered of the two topics by ticker. */
class PriceBoardTest {

  private final PriceBoard board = new PriceBoard();

  @Test
  void showsTheLatestPriceOfEachTickerInTheirOrder() {
    board.trade(trade("005930", 71_500L));
    board.trade(trade("000660", 1_250_000L));
    board.trade(trade("005930", null));

    assertThat(board.lines())
        .containsExactly(
            new PriceLine("000660", "2026-11-20", "08:51:30", "B", "1,250,000", "7", "1", "0", "0"),
            new PriceLine("005930", "2026-11-20", "08:51:30", "B", "-", "7", "2", "0", "0"));
  }

  @Test
  void countsAHoleOnceThatIsToldAgainWithItsEnd() {
    board.trade(trade("005930", 71_500L));
    board.gap(gap("005930", "DISCONNECT", 10, null, null));
    board.gap(gap("005930", "DISCONNECT", 10, 20L, null));
    board.gap(gap("005930", "OVERFLOW", 10, 20L, 3L));
    board.gap(gap("005930", "OVERFLOW", 30, 40L, 4L));

    assertThat(board.lines())
        .extracting(PriceLine::holes, PriceLine::lost)
        .containsExactly(tuple("3", "7"));
  }

  @Test
  void saysThatThereIsNothing() {
    board.gap(gap("005930", "DISCONNECT", 10, null, null));

    assertThat(PriceTable.render(board.lines())).isEqualTo("There is no record.");
  }

  private static AvroRecord trade(String ticker, Long price) {
    final GenericRecord value =
        new GenericRecordBuilder(schema("ExpectedTrade"))
            .set("MKSC_SHRN_ISCD", ticker)
            .set("BSOP_DATE", LocalDate.of(2026, 11, 20))
            .set("STCK_CNTG_HOUR", LocalTime.of(8, 51, 30))
            .set("STCK_PRPR", price)
            .set("ACML_VOL", 7L)
            .set("HOUR_CLS_CODE", "B")
            .build();
    return new AvroRecord(0, 0, 0, ticker, value, Map.of());
  }

  private static AvroRecord gap(String ticker, String reason, long from, Long to, Long lost) {
    final GenericRecord value =
        new GenericRecordBuilder(schema("Gap"))
            .set("MKSC_SHRN_ISCD", ticker)
            .set("REASON", reason)
            .set("FROM_MICROS", from)
            .set("TO_MICROS", to)
            .set("RECORDS_LOST", lost)
            .set("DETAIL", "")
            .build();
    return new AvroRecord(0, 0, 0, ticker, value, Map.of());
  }

  private static Schema schema(String name) {
    try {
      return new Schema.Parser().parse(Path.of("avro", name + ".avsc").toFile());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
