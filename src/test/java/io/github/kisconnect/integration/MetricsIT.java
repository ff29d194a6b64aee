package io.github.kisconnect.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.kisconnect.metrics.MetricCatalog;
import io.github.kisconnect.quickstart.stack.BuildOutput;
import io.github.kisconnect.quickstart.stack.LocalStack;
import io.github.kisconnect.simulator.Fault;
import io.github.kisconnect.simulator.KisSimulator;
import java.lang.module.ModuleDescriptor.Version;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.management.ObjectName;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The metrics of tasks in a real worker, read over JMX from outside of it. */
@ExtendWith(SharedStack.class)
class MetricsIT {

  private static final List<String> TICKERS = List.of("005930", "000660", "035420");
  private static final String OWN = "io.github.kisconnect:type=feed-metrics,connector=%s,*";
  private static final String OF_WORKER = "kafka.connect:type=plugins,connector=\"%s\",*";

  @Test
  void showsTheTasksOfAConnectorForAsLongAsItExists(LocalStack stack) throws Exception {
    try (KisSimulator simulator = twoAppKeys();
        WorkerJmx jmx = WorkerJmx.of(stack.worker())) {
      try (ConnectorUnderTest connector = twoTasks(stack, simulator, "measured")) {
        connector.run(2);
        simulator.awaitSubscribed(TICKERS, ConnectorUnderTest.DEADLINE);
        for (String ticker : TICKERS) {
          simulator.sendRecords(ticker, 10);
          connector.read(connector.topic(), 10);
        }
        connector.read(connector.topic(), 30);

        awaitSum(jmx, "measured", "records-acknowledged-total", 30);
        assertThat(jmx.sum(OWN.formatted("measured"), "records-total")).isEqualTo(30);
        assertThat(jmx.sum(OWN.formatted("measured"), "ticker-records-total")).isEqualTo(30);
        assertThat(jmx.sum(OWN.formatted("measured"), "subscriptions-confirmed")).isEqualTo(3);
        assertThat(jmx.names(OWN.formatted("measured")))
            .extracting(name -> name.getKeyProperty("task"))
            .contains("0", "1");
      }
      assertGone(jmx, OWN.formatted("measured"));
      assertGone(jmx, OF_WORKER.formatted("measured"));
    }
  }

  @Test
  void showsTheSameAmongTheMetricsOfAWorkerThatHasThem(LocalStack stack) throws Exception {
    assumeThat(Version.parse(BuildOutput.fromSystemProperties().kafkaVersion()))
        .isGreaterThanOrEqualTo(Version.parse("4.1"));
    try (KisSimulator simulator = twoAppKeys();
        WorkerJmx jmx = WorkerJmx.of(stack.worker());
        ConnectorUnderTest connector = twoTasks(stack, simulator, "bridged")) {
      connector.run(2);
      simulator.awaitSubscribed(TICKERS, ConnectorUnderTest.DEADLINE);
      simulator.sendRecords("005930", 10);
      connector.read(connector.topic(), 10);
      awaitSum(jmx, "bridged", "records-acknowledged-total", 10);

      Awaitility.await()
          .atMost(ConnectorUnderTest.DEADLINE)
          .untilAsserted(
              () -> {
                final Map<String, Object> own = steady(jmx, OWN.formatted("bridged"));
                assertThat(own).hasSizeGreaterThan(2 * MetricCatalog.all().size());
                assertThat(steady(jmx, OF_WORKER.formatted("bridged"))).isEqualTo(own);
              });
    }
  }

  @Test
  void removesTheBeansOfATaskThatFailed(LocalStack stack) throws Exception {
    try (KisSimulator simulator = twoAppKeys();
        WorkerJmx jmx = WorkerJmx.of(stack.worker());
        ConnectorUnderTest connector =
            new ConnectorUnderTest(stack, "failed", simulator)
                .credentials("PS-metrics-1", "secret-1")
                .tickers(TICKERS)) {
      simulator.inject(new Fault.Answer("OPSP8998", null));
      connector.rest().put("failed", connector.config());
      connector.rest().awaitStatus("failed", "its failure", status -> status.failure().isPresent());

      assertGone(jmx, OWN.formatted("failed"));
      assertGone(jmx, OF_WORKER.formatted("failed"));
    }
  }

  private static KisSimulator twoAppKeys() {
    return KisSimulator.builder()
        .appKey("PS-metrics-1", "secret-1")
        .appKey("PS-metrics-2", "secret-2")
        .start();
  }

  private static ConnectorUnderTest twoTasks(
      LocalStack stack, KisSimulator simulator, String name) {
    return new ConnectorUnderTest(stack, name, simulator)
        .credentials("PS-metrics-1,PS-metrics-2", "secret-1,secret-2")
        .tickers(TICKERS)
        .with("tasks.max", "2");
  }

  private static void awaitSum(WorkerJmx jmx, String connector, String metric, double sum) {
    Awaitility.await()
        .atMost(ConnectorUnderTest.DEADLINE)
        .until(() -> jmx.sum(OWN.formatted(connector), metric), is -> is == sum);
  }

  private static void assertGone(WorkerJmx jmx, String pattern) {
    Awaitility.await()
        .atMost(ConnectorUnderTest.DEADLINE)
        .untilAsserted(() -> assertThat(jmx.names(pattern)).isEmpty());
  }

  /** Everything by task, tag and metric, but for what grows with every moment. */
  private static Map<String, Object> steady(WorkerJmx jmx, String pattern) throws Exception {
    final Map<String, Object> values = new TreeMap<>();
    for (ObjectName name : jmx.names(pattern)) {
      final Map<String, String> tags = new TreeMap<>(name.getKeyPropertyList());
      tags.keySet().removeAll(Set.of("type", "connector"));
      tags.replaceAll((key, value) -> value.replace("\"", ""));
      jmx.attributes(name)
          .forEach(
              (metric, value) -> {
                if (!metric.startsWith("time-")) {
                  values.put(tags + " " + metric, value);
                }
              });
    }
    return values;
  }
}
