package io.github.kisconnect.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;

/**
 * The configuration of one task: the connector's own keys unchanged, so that the worker can put
 * references to secrets back before it stores them, and which task of how many this is, with which
 * tickers. Immutable.
 */
public final class KisTaskConfig extends KisSourceConfig {

  static final String TASK_INDEX = "task.index";
  static final String TASK_COUNT = "task.count";
  static final String TASK_TICKERS = "task.tickers";
  static final Set<String> INTERNAL_KEYS = Set.of(TASK_INDEX, TASK_COUNT, TASK_TICKERS);

  /** Reads a configuration without logging it. */
  public KisTaskConfig(Map<String, String> properties) {
    this(properties, false);
  }

  /**
   * Reads a configuration.
   *
   * @param log whether to log all values once, secrets hidden
   * @throws ConfigException with every problem there is
   */
  public KisTaskConfig(Map<String, String> properties, boolean log) {
    super(taskDefinition(), properties, log);
    if (taskIndex() >= taskCount()) {
      throw new ConfigException(
          "There is no task %d of %d: restart the connector, so that it writes new task configurations."
              .formatted(taskIndex(), taskCount()));
    }
    if (taskCount() > usableTasks(taskCount())) {
      throw new ConfigException(
          "%d tasks were configured, but %s and %s suffice for %d only: restart the connector, so that it writes new task configurations."
              .formatted(taskCount(), APP_KEYS, FeedOptions.TICKERS, usableTasks(taskCount())));
    }
  }

  /**
   * The properties of each of {@code count} tasks. Tickers are dealt out here and written down: a
   * task that did so itself, from a list that a config provider has changed since, would leave out
   * tickers that another one does not have.
   */
  public static List<Map<String, String>> split(
      Map<String, String> connector, List<String> tickers, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            index -> {
              Map<String, String> task = new HashMap<>(connector);
              task.put(TASK_INDEX, Integer.toString(index));
              task.put(TASK_COUNT, Integer.toString(count));
              task.put(TASK_TICKERS, String.join(",", TickerPartition.of(tickers, count, index)));
              return task;
            })
        .toList();
  }

  private static ConfigDef taskDefinition() {
    ConfigDef definition = definition();
    new OptionGroup(definition, "Task")
        .add(
            TASK_INDEX,
            ConfigDef.Type.INT,
            ConfigDef.NO_DEFAULT_VALUE,
            Range.atLeast(0),
            Importance.HIGH,
            Width.SHORT,
            "Task index",
            "Which task this is, from 0. Written by the connector.")
        .add(
            TASK_COUNT,
            ConfigDef.Type.INT,
            ConfigDef.NO_DEFAULT_VALUE,
            Range.atLeast(1),
            Importance.HIGH,
            Width.SHORT,
            "Task count",
            "How many tasks there are. Written by the connector.")
        .add(
            TASK_TICKERS,
            ConfigDef.Type.LIST,
            null,
            new TickerList(),
            Importance.HIGH,
            Width.LONG,
            "Task tickers",
            "Which tickers this task has. Written by the connector.");
    return definition;
  }

  /** Which task this is, from 0. */
  public int taskIndex() {
    return getInt(TASK_INDEX);
  }

  /** How many tasks there are. */
  public int taskCount() {
    return getInt(TASK_COUNT);
  }

  /**
   * The tickers of this task, in the order of the configuration; dealt out anew in a configuration
   * of version 0.1.0, which does not name them.
   */
  public List<String> taskTickers() {
    List<String> assigned = getList(TASK_TICKERS);
    return assigned == null
        ? TickerPartition.of(tickers(), taskCount(), taskIndex())
        : List.copyOf(assigned);
  }

  /** The app key of this task, which no other task of the connector uses. */
  public AppKey taskAppKey() {
    return appKey(taskIndex());
  }
}
