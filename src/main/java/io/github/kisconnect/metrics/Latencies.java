package io.github.kisconnect.metrics;

import io.github.kisconnect.metrics.LatencyWindow.Summary;
import io.github.kisconnect.session.TimeSource;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** How long each stage took. Any thread. */
final class Latencies {

  private final Map<LatencyStage, LatencyWindow> stages;

  Latencies(TimeSource time) {
    Map<LatencyStage, LatencyWindow> windows = new EnumMap<>(LatencyStage.class);
    for (LatencyStage stage : LatencyStage.values()) {
      windows.put(stage, new LatencyWindow(time));
    }
    stages = Collections.unmodifiableMap(windows);
  }

  void add(LatencyStage stage, long micros) {
    stages.get(stage).add(micros);
  }

  /**
   * The window of a stage that ended last.
   *
   * @param stage a {@link LatencyStage}
   */
  Summary last(Object stage) {
    return stages.get(stage).last();
  }
}
