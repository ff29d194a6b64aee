package io.github.kisconnect.bench.readymade;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.source.SourceConnector;

/** Gives Connect records that are there already; one task. */
public final class ReadyMadeSourceConnector extends SourceConnector {

  private Map<String, String> config = Map.of();

  /** For Connect. */
  public ReadyMadeSourceConnector() {}

  @Override
  public void start(Map<String, String> properties) {
    config = Map.copyOf(properties);
  }

  @Override
  public Class<? extends Task> taskClass() {
    return ReadyMadeSourceTask.class;
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
