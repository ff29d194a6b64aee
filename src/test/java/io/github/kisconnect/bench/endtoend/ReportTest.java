package io.github.kisconnect.bench.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.kisconnect.bench.load.Reading;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

/** What a run leaves: table, CSV and chart. */
class ReportTest {

  private static final Outcome OUTCOME =
      new Outcome(
          "typed",
          2_000,
          10,
          10,
          20_000,
          0,
          3,
          new Reading(19_990, 1, 3_000_000, 1_540, 4_200, 9_000, 12_345),
          7,
          31.25);

  @Test
  void writesNumbersWithoutSeparatorsIntoTheCsv() {
    Report report = new Report();
    report.add(OUTCOME);

    assertThat(report.csv().lines())
        .containsExactly(
            "connector,offered/s,sent,delivered,lost reported,lost unreported,twice,p50 ms,p99 ms,"
                + "p99.9 ms,max ms,CPU µs/record",
            "typed,2000,20000,19990,7,3,1,1.54,4.20,9.00,12.35,31.3");
  }

  @Test
  void showsNotesBelowTheTable() {
    Report report = new Report();
    report.add(OUTCOME);
    report.note("heap 20 MiB");

    assertThat(report.table()).contains("20,000").endsWith("heap 20 MiB");
  }

  @Test
  void drawsWellFormedSvgWithALineForEachOutcome() {
    String svg = LatencyChart.svg(List.of(OUTCOME, OUTCOME));

    assertThatCode(
            () ->
                DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8))))
        .doesNotThrowAnyException();
    assertThat(svg.lines().filter(line -> line.contains("typed, 2,000/s"))).hasSize(2);
    assertThat(svg).contains("<title>1.54 ms</title>").contains("<title>12.35 ms</title>");
  }
}
