package io.github.kisconnect.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.kisconnect.contract.DockerFiles;
import io.github.kisconnect.metrics.Metric;
import io.github.kisconnect.metrics.MetricCatalog;
import io.github.kisconnect.quickstart.stack.BuildOutput;
import io.github.kisconnect.quickstart.stack.LocalStack;
import io.github.kisconnect.quickstart.stack.Port;
import io.github.kisconnect.simulator.Fault;
import io.github.kisconnect.simulator.KisSimulator;
import io.github.kisconnect.simulator.Rate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A real worker with the JMX exporter, watched by a real Prometheus with the rules and alerts of
 * {@code docker/prometheus}; skipped where Prometheus is not installed.
 */
class MonitoringIT {

  private static final List<String> TICKERS = List.of("005930", "000660", "035420");
  private static final Duration DEADLINE = Duration.ofMinutes(5);

  private static LocalStack stack;
  private static LocalPrometheus prometheus;

  @BeforeAll
  static void startWorkerAndPrometheus() throws IOException {
    assumeTrue(
        LocalPrometheus.isInstalled(),
        "Prometheus is not on the path; Debian has it in the package prometheus.");
    BuildOutput build = BuildOutput.fromSystemProperties();
    Path directory = build.directory().resolve("monitoring");
    int port = Port.any().claim("the JMX exporter");
    Path rules = DockerFiles.DIRECTORY.resolve("prometheus/jmx-exporter.yml").toAbsolutePath();
    stack =
        LocalStack.in(directory)
            .workerJvmOption(
                "-javaagent:%s=127.0.0.1:%d:%s".formatted(build.jmxExporter(), port, rules))
            .start();
    prometheus = LocalPrometheus.start(directory.resolve("prometheus"), port);
    await("Prometheus to be ready", prometheus::isReady);
  }

  @AfterAll
  static void stop() {
    if (prometheus != null) {
      prometheus.close();
    }
    if (stack != null) {
      stack.close();
    }
  }

  @Test
  void seesEveryMetricOfTheCatalogueTheDashboardAndTheAlerts() {
    try (KisSimulator simulator = KisSimulator.builder().appKey("PS-metrics", "secret").start();
        ConnectorUnderTest connector = connector("metrics", simulator)) {
      connector.run(1);
      simulator.awaitSubscribed(TICKERS, DEADLINE);
      simulator.rate(Rate.total(50));
      Set<String> wanted =
          MetricCatalog.all().stream()
              .filter(metric -> metric.type() != Metric.Type.TEXT)
              .map(Metric::prometheusName)
              .collect(Collectors.toSet());
      wanted.addAll(DockerFiles.metricsRead());

      Awaitility.await("every metric")
          .pollInSameThread()
          .atMost(DEADLINE)
          .untilAsserted(() -> assertThat(prometheus.metrics()).containsAll(wanted));
      await(
          "records of each ticker",
          () ->
              prometheus.query("kis_feed_ticker_records_total{connector=\"metrics\"} > 0").size()
                  == TICKERS.size());
      await(
          "the time from socket to acknowledgement",
          () ->
              !prometheus
                  .query(
                      "kis_feed_latency_p99_ms{connector=\"metrics\","
                          + " stage=\"received_acknowledged\"} > 0")
                  .isEmpty());
      assertThat(prometheus.query("kis_feed_session_state_code{connector=\"metrics\"}").toString())
          .contains("\"task\":\"0\"");
    }
  }

  @Test
  void alertsWhileASessionIsSilentAndNoLonger() {
    try (KisSimulator simulator = KisSimulator.builder().appKey("PS-stale", "secret").start();
        ConnectorUnderTest connector =
            connector("stale", simulator)
                .with("liveness.probe.ms", "1000")
                .with("liveness.timeout.ms", "30000")) {
      connector.run(1);
      simulator.awaitSubscribed(TICKERS, DEADLINE);

      simulator.inject(new Fault.HalfOpen(Duration.ofSeconds(40)));

      await("KisSessionStale", () -> prometheus.fires("KisSessionStale", "stale"));
      await("its end", () -> !prometheus.fires("KisSessionStale", "stale"));
    }
  }

  @Test
  void alertsWhileATaskHasFailedAndNoLonger() {
    try (KisSimulator simulator = KisSimulator.builder().appKey("PS-failed", "secret").start();
        ConnectorUnderTest connector = connector("failed", simulator)) {
      connector.credentials("PS-failed", "another-secret");
      connector.rest().put(connector.name(), connector.config());

      await("KisTaskFailed", () -> prometheus.fires("KisTaskFailed", "failed"));

      connector.credentials("PS-failed", "secret").run(1);
      await("its end", () -> !prometheus.fires("KisTaskFailed", "failed"));
    }
  }

  @Test
  void alertsWhenAnotherSessionHoldsTheAppKey() {
    try (KisSimulator simulator = KisSimulator.builder().appKey("PS-occupied", "secret").start();
        ConnectorUnderTest connector = connector("occupied", simulator)) {
      simulator.inject(new Fault.Occupy(Duration.ofSeconds(60)));
      connector.run(1);

      await("KisAppKeyOccupied", () -> prometheus.fires("KisAppKeyOccupied", "occupied"));
    }
  }

  private static ConnectorUnderTest connector(String name, KisSimulator simulator) {
    return new ConnectorUnderTest(stack, name, simulator)
        .credentials("PS-" + name, "secret")
        .tickers(TICKERS);
  }

  private static void await(String what, Callable<Boolean> condition) {
    Awaitility.await(what).pollInSameThread().atMost(DEADLINE).until(condition);
  }
}
