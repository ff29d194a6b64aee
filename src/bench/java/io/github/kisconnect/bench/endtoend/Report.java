package io.github.kisconnect.bench.endtoend;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All outcomes of a run, as a table and as CSV, and what was measured beside them. One thread. */
final class Report {

  private static final List<Value> COLUMNS =
      List.of(
          new Value("connector", Outcome::connector),
          new Value("offered/s", each -> whole(each.offered())),
          new Value("sent", each -> count(each.sent())),
          new Value("delivered", each -> count(each.read().records())),
          new Value("lost, reported", each -> count(each.reportedLost())),
          new Value("lost, unreported", each -> count(each.unreportedLost())),
          new Value("twice", each -> count(each.read().duplicates())),
          new Value("p50 ms", each -> millis(each.read().p50())),
          new Value("p99 ms", each -> millis(each.read().p99())),
          new Value("p99.9 ms", each -> millis(each.read().p999())),
          new Value("max ms", each -> millis(each.read().max())),
          new Value("CPU µs/record", each -> decimal(each.cpuMicros())));

  private final List<Outcome> outcomes = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  void add(Outcome outcome) {
    outcomes.add(outcome);
  }

  /** A figure that is no outcome. */
  void note(String sentence) {
    notes.add(sentence);
  }

  /** The outcome that was added last. */
  Outcome last() {
    return outcomes.get(outcomes.size() - 1);
  }

  List<Outcome> outcomes() {
    return List.copyOf(outcomes);
  }

  String table() {
    List<ColumnData<Outcome>> columns =
        COLUMNS.stream()
            .map(
                value ->
                    new Column()
                        .header(value.name())
                        .dataAlign(
                            value.name().equals("connector")
                                ? HorizontalAlign.LEFT
                                : HorizontalAlign.RIGHT)
                        .with(value.of()))
            .toList();
    Character[] borders = AsciiTable.NO_BORDERS;
    return Stream.concat(
            Stream.of(
                AsciiTable.getTable(Arrays.copyOf(borders, borders.length), outcomes, columns)),
            notes.stream())
        .collect(Collectors.joining(System.lineSeparator()));
  }

  String csv() {
    return Stream.concat(
            Stream.of(COLUMNS.stream().map(Value::name)),
            outcomes.stream().map(each -> COLUMNS.stream().map(value -> value.of().apply(each))))
        .map(row -> row.map(Report::ungrouped).collect(Collectors.joining(",", "", "\n")))
        .collect(Collectors.joining());
  }

  private static String ungrouped(String text) {
    return text.replace(",", "");
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String whole(double number) {
    return String.format(Locale.ROOT, "%,.0f", number);
  }

  private static String millis(long micros) {
    return String.format(Locale.ROOT, "%.2f", micros / 1e3);
  }

  private static String decimal(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }

  /** A column. */
  private record Value(String name, Function<Outcome, String> of) {}
}
