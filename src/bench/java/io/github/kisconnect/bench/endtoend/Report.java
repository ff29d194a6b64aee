package io.github.kisconnect.bench.endtoend;

import io.github.kisconnect.bench.figure.Columns;
import io.github.kisconnect.bench.figure.Columns.Value;
import io.github.kisconnect.bench.figure.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Everything that a run found, so far. One thread. */
final class Report {

  private static final Columns<Outcome> OUTCOMES =
      new Columns<>(
          List.of(
              new Value<>("connector", Outcome::connector),
              new Value<>("offered/s", each -> whole(each.offered())),
              new Value<>("late ms", each -> millis(each.lateMicros())),
              new Value<>("not sent", each -> count(each.withheld())),
              new Value<>("sent", each -> count(each.sent())),
              new Value<>("delivered", each -> count(each.read().records())),
              new Value<>("lost, reported", each -> count(each.reportedLost())),
              new Value<>("lost, unreported", each -> count(each.unreportedLost())),
              new Value<>("twice", each -> count(each.read().duplicates())),
              new Value<>("p50 ms", each -> millis(each.read().p50())),
              new Value<>("p99 ms", each -> millis(each.read().p99())),
              new Value<>("p99.9 ms", each -> millis(each.read().p999())),
              new Value<>("max ms", each -> millis(each.read().max())),
              new Value<>("CPU µs/record", each -> decimal(each.cpuMicros()))));

  private static final Columns<Cost> COSTS =
      new Columns<>(
          List.of(
              new Value<>("CPU µs/record at", each -> whole(each.rate()) + "/s"),
              new Value<>("receiving", each -> decimal(each.of(Share.RECEIVING))),
              new Value<>("kernel's of it", each -> decimal(each.kernel())),
              new Value<>("polling", each -> decimal(each.of(Share.POLLING))),
              new Value<>("converter", each -> decimal(each.of(Share.CONVERTER))),
              new Value<>("Connect and producer", each -> decimal(each.of(Share.CONNECT))),
              new Value<>("JVM and rest", each -> decimal(each.of(Share.REST))),
              new Value<>("samples", each -> count(each.samples()))));

  private final List<Outcome> outcomes = new ArrayList<>();
  private final List<Cost> costs = new ArrayList<>();
  private final Figures figures = new Figures();

  void add(Outcome outcome) {
    outcomes.add(outcome);
  }

  void add(Cost cost) {
    costs.add(cost);
  }

  /** What is neither an outcome nor a cost, and what is wanted of either. */
  Figures figures() {
    return figures;
  }

  /** Whether the product accounts for every record that was sent. */
  boolean balances() {
    return outcomes.stream()
        .filter(outcome -> outcome.connector().equals(Subject.TYPED))
        .allMatch(Outcome::balances);
  }

  String text() {
    return String.join(
        System.lineSeparator(), OUTCOMES.table(outcomes), COSTS.table(costs), figures.table());
  }

  /** Writes three files of CSV and a chart. */
  void write(Path directory) throws IOException {
    Files.writeString(directory.resolve("end-to-end.csv"), OUTCOMES.csv(outcomes));
    Files.writeString(directory.resolve("end-to-end-cpu.csv"), COSTS.csv(costs));
    Files.writeString(directory.resolve("end-to-end-figures.csv"), figures.csv());
    Files.writeString(directory.resolve("end-to-end.svg"), LatencyChart.svg(outcomes));
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
}
