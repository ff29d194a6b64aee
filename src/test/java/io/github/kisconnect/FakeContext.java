package io.github.kisconnect;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/** What a worker gives a task, without a worker. */
final class FakeContext implements SourceTaskContext, OffsetStorageReader {

  private final Supplier<Map<String, String>> configs;
  private final Map<Map<String, ?>, Map<String, Object>> offsets = new HashMap<>();

  /**
   * @param configs what the config providers make of the task's configuration now
   */
  FakeContext(Supplier<Map<String, String>> configs) {
    this.configs = configs;
  }

  void store(Map<String, ?> partition, Map<String, Object> offset) {
    offsets.put(partition, offset);
  }

  @Override
  public Map<String, String> configs() {
    return configs.get();
  }

  @Override
  public OffsetStorageReader offsetStorageReader() {
    return this;
  }

  /** There are none, as on an older worker. */
  @Override
  public PluginMetrics pluginMetrics() {
    return null;
  }

  @Override
  public <T> Map<String, Object> offset(Map<String, T> partition) {
    return offsets.get(partition);
  }

  @Override
  public <T> Map<Map<String, T>, Map<String, Object>> offsets(
      Collection<Map<String, T>> partitions) {
    return partitions.stream()
        .filter(offsets::containsKey)
        .collect(Collectors.toMap(partition -> partition, offsets::get));
  }
}
