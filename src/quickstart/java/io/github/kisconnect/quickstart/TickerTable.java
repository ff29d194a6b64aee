package io.github.kisconnect.quickstart;

import static com.github.freva.asciitable.HorizontalAlign.LEFT;
import static com.github.freva.asciitable.HorizontalAlign.RIGHT;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** The table by ticker. */
final class TickerTable {

  private static final List<ColumnData<TickerRow>> COLUMNS =
      List.of(
          column("Ticker", LEFT, TickerRow::ticker),
          column("Expected", RIGHT, TickerRow::expectedPrice),
          column("Change", RIGHT, TickerRow::change),
          column("%", RIGHT, TickerRow::changePercent),
          column("Volume", RIGHT, TickerRow::expectedVolume),
          column("Turnover", RIGHT, TickerRow::turnover),
          column("Time", LEFT, TickerRow::time),
          column("Records", RIGHT, TickerRow::records),
          column("Latency", RIGHT, TickerRow::latency));

  private TickerTable() {}

  static String render(Collection<TickerRow> rows) {
    if (rows.isEmpty()) {
      return "No record yet.";
    }
    return AsciiTable.builder().border(AsciiTable.NO_BORDERS).data(rows, COLUMNS).asString();
  }

  private static ColumnData<TickerRow> column(
      String header, HorizontalAlign align, Function<TickerRow, String> value) {
    return new Column().header(header).headerAlign(align).dataAlign(align).with(value);
  }
}
