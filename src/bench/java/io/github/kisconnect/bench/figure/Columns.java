package io.github.kisconnect.bench.figure;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How rows of one kind are shown, as a table and as CSV. Immutable.
 *
 * @param values from left to right; the first one names the row
 */
public record Columns<T>(List<Value<T>> values) {

  public Columns {
    values = List.copyOf(values);
  }

  /** For reading. */
  public String table(List<T> rows) {
    Character[] borders = AsciiTable.NO_BORDERS;
    List<ColumnData<T>> columns = values.stream().map(this::column).toList();
    return AsciiTable.getTable(Arrays.copyOf(borders, borders.length), rows, columns);
  }

  /** For programmes: with a header line, and numbers without separators. */
  public String csv(List<T> rows) {
    return Stream.concat(
            Stream.of(values.stream().map(Value::name)),
            rows.stream().map(row -> values.stream().map(value -> value.of().apply(row))))
        .map(cells -> cells.map(Columns::ungrouped).collect(Collectors.joining(",", "", "\n")))
        .collect(Collectors.joining());
  }

  private ColumnData<T> column(Value<T> value) {
    HorizontalAlign align =
        value.equals(values.get(0)) ? HorizontalAlign.LEFT : HorizontalAlign.RIGHT;
    return new Column().header(value.name()).dataAlign(align).with(value.of());
  }

  private static String ungrouped(String text) {
    return text.replace(",", "");
  }

  /** A column. */
  public record Value<T>(String name, Function<T, String> of) {}
}
