package io.github.kisconnect.bench.yardstick;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.source.SourceConnector;

/** Gives its configuration, unseen, to as many tasks as there may be. */
abstract class EqualTasksSourceConnector extends SourceConnector {

  private final Class<? extends Task> task;
  private Map<String, String> config = Map.of();

  EqualTasksSourceConnector(Class<? extends Task> task) {
    this.task = task;
  }

  @Override
  public void start(Map<String, String> properties) {
    config = Map.copyOf(properties);
  }

  @Override
  public Class<? extends Task> taskClass() {
    return task;
  }

  @Override
  public List<Map<String, String>> taskConfigs(int maxTasks) {
    return Collections.nCopies(maxTasks, config);
  }

  @Override
  public void stop() {}

  @Override
  public ConfigDef config() {
    return new ConfigDef();
  }

  @Override
  public String version() {
    return "0";
  }
}
