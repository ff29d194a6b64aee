package io.github.kisconnect.quickstart.stack;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** Answer of {@code GET /connectors/<name>/status}. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ConnectorStatus(String name, Instance connector, List<Instance> tasks) {

  /**
   * The connector or one of its tasks.
   *
   * @param id number of the task, 0 for the connector
   * @param state {@code RUNNING}, {@code PAUSED}, {@code STOPPED}, {@code FAILED}, ...
   * @param workerId host and port of the worker that has it
   * @param trace stack trace of a failed one, else null
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Instance(
      int id, String state, @JsonProperty("worker_id") String workerId, String trace) {}

  /** Whether connector and exactly this number of tasks are in the state. */
  public boolean isAll(String state, int taskCount) {
    return connector.state().equals(state)
        && tasks.size() == taskCount
        && tasks.stream().allMatch(task -> task.state().equals(state));
  }
}
