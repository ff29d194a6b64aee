package io.github.kisconnect.consumers;

import static com.github.freva.asciitable.HorizontalAlign.LEFT;
import static com.github.freva.asciitable.HorizontalAlign.RIGHT;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** The lines under their headings. */
final class PriceTable {

  private static final List<ColumnData<PriceLine>> COLUMNS =
      List.of(
          column("Ticker", LEFT, PriceLine::ticker),
          column("Date", LEFT, PriceLine::date),
          column("Time", LEFT, PriceLine::time),
          column("Auction", LEFT, PriceLine::auction),
          column("Expected", RIGHT, PriceLine::price),
          column("Volume", RIGHT, PriceLine::volume),
          column("Records", RIGHT, PriceLine::indications),
          column("Holes", RIGHT, PriceLine::holes),
          column("Lost", RIGHT, PriceLine::lost));

  private PriceTable() {}

  static String render(Collection<PriceLine> lines) {
    if (lines.isEmpty()) {
      return "There is no record.";
    }
    return AsciiTable.builder().border(AsciiTable.NO_BORDERS).data(lines, COLUMNS).asString();
  }

  private static ColumnData<PriceLine> column(
      String header, HorizontalAlign align, Function<PriceLine, String> value) {
    return new Column().header(header).headerAlign(align).dataAlign(align).with(value);
  }
}
