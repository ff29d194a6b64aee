package io.github.kisconnect.quickstart.stack;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

  /** The stack trace of the connector or of the first task that has failed, if any has. */
  public Optional<String> failure() {
    return Stream.concat(Stream.of(connector), tasks.stream())
        .filter(each -> each.state().equals("FAILED"))
        .map(Instance::trace)
        .findFirst();
  }

  /** Whether connector and exactly this number of tasks are in the state. */
  public boolean isAll(String state, int taskCount) {
    return connector.state().equals(state)
        && tasks.size() == taskCount
        && tasks.stream().allMatch(task -> task.state().equals(state));
  }
}
