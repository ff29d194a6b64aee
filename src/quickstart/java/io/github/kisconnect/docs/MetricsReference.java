package io.github.kisconnect.docs;

import io.github.kisconnect.metrics.Metric;
import io.github.kisconnect.metrics.MetricCatalog;
import io.github.kisconnect.metrics.StateCode;
import io.github.kisconnect.metrics.Tag;
import io.github.kisconnect.session.SessionState;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The catalogue of metrics as Markdown. */
public final class MetricsReference {

  private MetricsReference() {}

  /** Prints the reference to standard output. */
  public static void main(String[] arguments) {
    System.out.print(markdown());
  }

  /** Metrics, values of their tags, and numbers of the states, with {@code \n} at each end. */
  public static String markdown() {
    return """
        | Metric | Type | Unit | Tag | Description |
        |---|---|---|---|---|
        """
        + MetricCatalog.all().stream().map(MetricsReference::row).collect(Collectors.joining())
        + """

        | Tag | of | Values |
        |---|---|---|
        """
        + Arrays.stream(Tag.values())
            .filter(tag -> tag != Tag.NONE)
            .map(MetricsReference::values)
            .collect(Collectors.joining())
        + "\nNumbers of the states (`session-state-code`): "
        + Arrays.stream(SessionState.values())
            .map(state -> StateCode.of(state) + " " + state.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "))
        + ".\n";
  }

  private static String row(Metric metric) {
    return "| `%s` | %s | %s | %s | %s |\n"
        .formatted(
            metric.name(),
            metric.type().name().toLowerCase(Locale.ROOT),
            metric.unit(),
            metric.tag() == Tag.NONE ? "" : "`" + metric.tag().key() + "`",
            metric.description());
  }

  private static String values(Tag tag) {
    List<String> values = tag.values(List.of());
    return "| `%s` | %s | %s |\n"
        .formatted(
            tag.key(),
            MetricCatalog.all().stream()
                .filter(metric -> metric.tag() == tag)
                .map(metric -> "`" + metric.name() + "`")
                .collect(Collectors.joining(", ")),
            values.isEmpty()
                ? "the tickers of the task"
                : values.stream()
                    .map(value -> "`" + value + "`")
                    .collect(Collectors.joining(", ")));
  }
}
