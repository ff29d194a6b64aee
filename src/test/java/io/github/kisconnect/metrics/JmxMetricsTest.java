package io.github.kisconnect.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.management.Attribute;
import javax.management.AttributeNotFoundException;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The beans of a task in an MBean server of their own. */
class JmxMetricsTest {

  private static final String TASK = "io.github.kisconnect:type=feed-metrics,connector=kis,task=0";

  /** What somebody else may have registered. */
  public interface Foreign {
    int getAnything();
  }

  private final MBeanServer server = MBeanServerFactory.newMBeanServer();
  private final FakeTask task = new FakeTask();

  @Test
  void registersABeanForEachLabelWithTheMetricsOfIt() throws JMException {
    register(task);

    assertThat(names())
        .hasSize((int) Series.of(FakeTask.TICKERS).map(Series::label).distinct().count());
    assertThat(attributes(TASK)).contains("session-state", "frames-total", "queue-size");
    assertThat(attributes(TASK + ",reason=bad_value")).containsExactly("records-rejected-total");
    assertThat(attributes(TASK + ",ticker=005930"))
        .containsExactly("ticker-records-total", "ticker-gaps-total");
    assertThat(attributes(TASK + ",stage=received_polled"))
        .containsExactly(
            "latency-p50-ms",
            "latency-p99-ms",
            "latency-p999-ms",
            "latency-max-ms",
            "latency-count");
  }

  @Test
  void readsAllValuesInOneCall() throws JMException {
    register(task);
    task.feed.approvalRequested();

    assertThat(
            server.getAttributes(
                new ObjectName(TASK), new String[] {"approval-requests-total", "none-such"}))
        .containsExactly(new Attribute("approval-requests-total", 1L));
  }

  @Test
  void describesEachAttributeWithItsUnit() throws JMException {
    register(task);

    for (MBeanAttributeInfo info : server.getMBeanInfo(new ObjectName(TASK)).getAttributes()) {
      assertThat(info.getDescription()).isNotBlank();
      assertThat((String) info.getDescriptor().getFieldValue("units")).isNotBlank();
      assertThat(info.isWritable()).isFalse();
      assertThat(info.getType())
          .isEqualTo(
              server.getAttribute(new ObjectName(TASK), info.getName()).getClass().getName());
    }
  }

  @Test
  void canBeReadOnly() throws JMException {
    register(task);
    final ObjectName name = new ObjectName(TASK);

    assertThatThrownBy(() -> server.setAttribute(name, new Attribute("frames-total", 1L)))
        .isInstanceOf(AttributeNotFoundException.class);
    assertThatThrownBy(() -> server.getAttribute(name, "none-such"))
        .isInstanceOf(AttributeNotFoundException.class);
    assertThatThrownBy(() -> server.invoke(name, "reset", null, null))
        .hasRootCauseInstanceOf(NoSuchMethodException.class);
  }

  @Test
  void removesEverythingAtTheEnd() throws JMException {
    final JmxMetrics metrics = register(task);

    metrics.close();
    metrics.close();

    assertThat(names()).isEmpty();
  }

  @Test
  void showsTheNewerOfTwoCopiesUntilThatOneEnds() throws JMException {
    final JmxMetrics older = register(task);
    final FakeTask copy = new FakeTask();
    copy.feed.approvalRequested();
    final JmxMetrics newer = register(copy);

    assertThat(value("approval-requests-total")).isEqualTo(1L);
    older.close();
    assertThat(value("approval-requests-total")).isEqualTo(1L);
    newer.close();
    assertThat(names()).isEmpty();
  }

  @Test
  void leavesABeanOfSomebodyElseAloneAndRegistersTheOthers() throws JMException {
    final ObjectName taken = new ObjectName(TASK + ",reason=bad_value");
    server.registerMBean(new StandardMBean(() -> 42, Foreign.class), taken);

    final JmxMetrics metrics = register(task);

    assertThat(server.getAttribute(taken, "Anything")).isEqualTo(42);
    assertThat(value("frames-total")).isEqualTo(0L);
    metrics.close();
    assertThat(names()).containsExactly(taken);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a,b=c", "quote\"d", "*?", "line\nbreak", "체결", "a:b", "back\\slash", " "})
  void takesAnyNameOfAConnector(String connector) throws JMException {
    final JmxMetrics metrics =
        JmxMetrics.register(server, connector, 3, FakeTask.TICKERS, task.readings);

    final ObjectName name =
        names().stream()
            .filter(one -> one.getKeyPropertyList().size() == 3)
            .findFirst()
            .orElseThrow();
    assertThat(name.isPattern()).isFalse();
    assertThat(name.getKeyProperty("task")).isEqualTo("3");
    assertThat(unquoted(name.getKeyProperty("connector"))).isEqualTo(connector);
    metrics.close();
    assertThat(names()).isEmpty();
  }

  private static String unquoted(String value) {
    return value.startsWith("\"") ? ObjectName.unquote(value) : value;
  }

  private JmxMetrics register(FakeTask copy) {
    return JmxMetrics.register(server, "kis", 0, FakeTask.TICKERS, copy.readings);
  }

  private Object value(String attribute) throws JMException {
    return server.getAttribute(new ObjectName(TASK), attribute);
  }

  private List<String> attributes(String name) throws JMException {
    return Arrays.stream(server.getMBeanInfo(new ObjectName(name)).getAttributes())
        .map(MBeanAttributeInfo::getName)
        .toList();
  }

  private Set<ObjectName> names() throws JMException {
    return server.queryNames(new ObjectName("io.github.kisconnect:*"), null);
  }
}
