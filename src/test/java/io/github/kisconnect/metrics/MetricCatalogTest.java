package io.github.kisconnect.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.gap.GapReason;
import io.github.kisconnect.protocol.RejectReason;
import io.github.kisconnect.queue.OverflowPolicy;
import io.github.kisconnect.session.FailureKind;
import io.github.kisconnect.session.SessionState;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue is complete, unambiguous and readable from the first moment on. */
class MetricCatalogTest {

  private final FakeTask task = new FakeTask();

  @Test
  void namesEachMetricOnce() {
    assertThat(MetricCatalog.all()).extracting(Metric::name).doesNotHaveDuplicates();
    assertThat(MetricCatalog.all()).extracting(Metric::prometheusName).doesNotHaveDuplicates();
  }

  @Test
  void speaksTheLanguageOfJmxAndOfPrometheus() {
    assertThat(MetricCatalog.all())
        .allSatisfy(
            metric -> {
              assertThat(metric.name()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
              assertThat(metric.prometheusName()).matches("kis_feed_[a-z][a-z0-9_]*");
              assertThat(metric.name().endsWith("-total"))
                  .isEqualTo(metric.type() == Metric.Type.COUNTER);
            });
  }

  @Test
  void saysOfEachMetricWhatItIsAndInWhichUnit() {
    assertThat(MetricCatalog.all())
        .allSatisfy(
            metric -> {
              assertThat(metric.description()).matches("[A-Z0-9].{10,}\\.");
              assertThat(metric.unit()).isNotBlank();
              assertThat(metric.name().endsWith("-ms"))
                  .isEqualTo(metric.unit().equals("milliseconds"));
            });
  }

  static Stream<Arguments> enumerations() {
    return Stream.of(
        Arguments.of("records-rejected-total", RejectReason.values()),
        Arguments.of("records-lost-total", OverflowPolicy.values()),
        Arguments.of("reconnects-total", FailureKind.values()),
        Arguments.of("gaps-total", GapReason.values()),
        Arguments.of("latency-p99-ms", LatencyStage.values()));
  }

  @ParameterizedTest
  @MethodSource("enumerations")
  void hasASeriesForEveryConstant(String metric, Enum<?>[] constants) {
    assertThat(Series.of(FakeTask.TICKERS).filter(series -> series.metric().name().equals(metric)))
        .extracting(series -> series.label().value())
        .containsExactlyElementsOf(
            Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList());
  }

  @Test
  void hasASeriesForEveryTicker() {
    assertThat(Tag.TICKER.values(FakeTask.TICKERS)).isEqualTo(FakeTask.TICKERS);
    assertThat(Series.of(FakeTask.TICKERS))
        .extracting(Series::label)
        .contains(new Series.Label("ticker", "005930"), new Series.Label("ticker", "000660"));
  }

  @Test
  void tellsNoTwoThingsByOneNameAndLabel() {
    final List<String> series =
        Series.of(FakeTask.TICKERS).map(one -> one.metric().name() + one.label()).toList();

    assertThat(series).doesNotHaveDuplicates();
    assertThat(
            Stream.concat(
                Tag.GAP_REASON.values(List.of()).stream(),
                Tag.REJECT_REASON.values(List.of()).stream()))
        .as("values of the one key 'reason'")
        .doesNotHaveDuplicates();
  }

  @Test
  void readsEverySeriesInTheClassOfItsType() {
    assertThat(Series.of(FakeTask.TICKERS))
        .allSatisfy(
            series ->
                assertThat(series.read(task.readings))
                    .isInstanceOf(
                        switch (series.metric().type()) {
                          case COUNTER -> Long.class;
                          case GAUGE -> Double.class;
                          case TEXT -> String.class;
                        }));
  }

  @Test
  void numbersTheStatesAsItAlwaysDid() {
    assertThat(Arrays.stream(SessionState.values()).map(state -> StateCode.of(state) + " " + state))
        .containsExactly(
            "0 IDLE",
            "1 APPROVING",
            "2 CONNECTING",
            "3 SUBSCRIBING",
            "4 LIVE",
            "5 QUIET",
            "6 STALE",
            "7 CLOSING",
            "8 BACKING_OFF",
            "9 OCCUPIED",
            "10 SUSPENDED",
            "11 FAILED",
            "12 CLOSED");
  }
}
