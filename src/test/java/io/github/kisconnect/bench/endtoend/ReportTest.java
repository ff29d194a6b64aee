package io.github.kisconnect.bench.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.kisconnect.bench.load.Reading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run leaves: tables, CSV and chart, and whether its accounts balance. */
class ReportTest {

  private final Report report = new Report();

  @Test
  void writesNumbersWithoutSeparatorsIntoItsFiles(@TempDir Path directory) throws IOException {
    report.add(outcome("typed", 19_990, 0, 10));
    report.add(
        new Cost(
            2_000,
            Map.of(
                Share.RECEIVING, 3.25,
                Share.POLLING, 1.0,
                Share.CONVERTER, 9.0,
                Share.CONNECT, 8.5,
                Share.REST, 1_000.0),
            1.5,
            1_234));
    report.figures().atMost(10, "latency p99", 1_000.5, "ms");

    report.write(directory);

    assertThat(directory.resolve("end-to-end.csv"))
        .content()
        .isEqualTo(
            """
            connector,offered/s,late ms,not sent,sent,delivered,lost reported,lost unreported,twice,p50 ms,p99 ms,p99.9 ms,max ms,CPU µs/record
            typed,2000,2.50,12,20000,19990,10,0,0,1.54,4.20,9.00,12.35,31.3
            """);
    assertThat(directory.resolve("end-to-end-cpu.csv"))
        .content()
        .isEqualTo(
            """
            CPU µs/record at,receiving,kernel's of it,polling,converter,Connect and producer,JVM and rest,samples
            2000/s,3.3,1.5,1.0,9.0,8.5,1000.0,1234
            """);
    assertThat(directory.resolve("end-to-end-figures.csv"))
        .content()
        .contains("latency p99,1000.5,ms,≤ 10,false");
    assertThat(directory.resolve("end-to-end.svg")).content().contains("typed, 2,000/s");
  }

  @Test
  void showsWhatIsMissedBelowTheTables() {
    report.add(outcome("typed", 20_000, 0, 0));
    report.figures().atMost(10, "latency p99", 12, "ms");

    assertThat(report.text())
        .contains("20,000")
        .containsPattern("latency p99 +12 +ms +≤ 10 +MISSED");
  }

  @Test
  void balancesWhereEveryRecordCameOnceOrIsReported() {
    report.add(outcome("typed", 20_000, 0, 0));
    report.add(outcome("typed", 19_990, 0, 10));

    assertThat(report.balances()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"19999, 0, 0", "20000, 1, 0", "20000, 0, 1"})
  void doesNotBalanceWhereARecordIsMissingOrCameTwiceOrIsReportedAllTheSame(
      long delivered, long twice, long reported) {
    report.add(outcome("typed", delivered, twice, reported));

    assertThat(report.balances()).isFalse();
  }

  @Test
  void doesNotAskTheYardstickToBalance() {
    report.add(outcome("undecoded", 19_000, 0, 0));

    assertThat(report.balances()).isTrue();
  }

  @Test
  void drawsWellFormedSvgWithALineForEachOutcome() {
    String svg = LatencyChart.svg(List.of(outcome("typed", 1, 0, 0), outcome("typed", 1, 0, 0)));

    assertThatCode(
            () ->
                DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8))))
        .doesNotThrowAnyException();
    assertThat(svg.lines().filter(line -> line.contains("typed, 2,000/s"))).hasSize(2);
    assertThat(svg).contains("<title>1.54 ms</title>").contains("<title>12.35 ms</title>");
  }

  private static Outcome outcome(String connector, long delivered, long twice, long reported) {
    return new Outcome(
        connector,
        2_000,
        10,
        10,
        2_500,
        20_000,
        12,
        3,
        new Reading(delivered, twice, 3_000_000, 1_540, 4_200, 9_000, 12_345),
        reported,
        31.25);
  }
}
