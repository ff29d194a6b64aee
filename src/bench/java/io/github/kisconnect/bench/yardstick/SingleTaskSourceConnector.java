package io.github.kisconnect.bench.yardstick;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.source.SourceConnector;

/** Gives its configuration to one task, unseen. */
abstract class SingleTaskSourceConnector extends SourceConnector {

  private final Class<? extends Task> task;
  private Map<String, String> config = Map.of();

  SingleTaskSourceConnector(Class<? extends Task> task) {
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
    return List.of(config);
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
