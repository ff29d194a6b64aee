package io.github.kisconnect.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kisconnect.quickstart.stack.LocalProgram;
import io.github.kisconnect.quickstart.stack.LocalStack;
import io.github.kisconnect.quickstart.stack.Port;
import io.github.kisconnect.simulator.Load;
import io.github.kisconnect.simulator.LoadProgress;
import io.github.kisconnect.simulator.SimulatorCommand;
import io.github.kisconnect.simulator.SimulatorEvent;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** The simulator of KIS in a JVM of its own. One thread. */
public final class SimulatorProcess implements AutoCloseable {

  private final LocalProgram program;
  private final int sessions;
  private final URI rest;
  private final URI feed;
  private final JsonClient client = new JsonClient();

  private SimulatorProcess(LocalProgram program, int sessions, URI rest, URI feed) {
    this.program = program;
    this.sessions = sessions;
    this.rest = rest;
    this.feed = feed;
  }

  /** Starts a simulator that knows this number of app keys and sends nothing by itself. */
  public static SimulatorProcess start(LocalStack stack, int sessions) {
    int restPort = Port.any().claim("the simulator");
    int feedPort = Port.any().claim("the simulator");
    URI rest = URI.create("http://127.0.0.1:" + restPort);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--rest-port=" + restPort, "--ws-port=" + feedPort, "--rate=0", "--occupied=PT1S"));
    for (int i = 0; i < sessions; i++) {
      arguments.add("--app-key=" + appKey(i));
      arguments.add("--app-secret=" + secret(i));
    }
    LocalProgram program =
        stack
            .programs()
            .start(
                "The simulator of KIS",
                List.of(),
                SimulatorCommand.class,
                arguments,
                rest.resolve("/admin/load"));
    return new SimulatorProcess(
        program, sessions, rest, URI.create("ws://127.0.0.1:" + feedPort + "/tryitout"));
  }

  /** What a connector's configuration says about this server: its addresses and app keys. */
  public Map<String, String> connectorConfig() {
    return Map.of(
        "kis.rest.url",
        rest.toString(),
        "kis.ws.url",
        feed.toString(),
        "kis.app.keys",
        IntStream.range(0, sessions)
            .mapToObj(SimulatorProcess::appKey)
            .collect(Collectors.joining(",")),
        "kis.app.secrets",
        IntStream.range(0, sessions)
            .mapToObj(SimulatorProcess::secret)
            .collect(Collectors.joining(",")));
  }

  /** How many tickers are registered by live sessions. */
  public long registered() {
    JsonNode state = client.get(rest.resolve("/admin/state"), JsonNode.class);
    return StreamSupport.stream(state.path("sessions").spliterator(), false)
        .mapToLong(session -> session.path("tickers").size())
        .sum();
  }

  /** What clients did so far, oldest first. */
  public List<SimulatorEvent> events() {
    JsonNode events = client.get(rest.resolve("/admin/events"), JsonNode.class);
    return StreamSupport.stream(events.spliterator(), false)
        .map(
            event ->
                new SimulatorEvent(
                    Instant.parse(event.path("at").asText()),
                    SimulatorEvent.Kind.valueOf(event.path("kind").asText()),
                    event.path("session").asText(),
                    event.path("detail").asText()))
        .toList();
  }

  /** Answers the next request of whatever session with this {@code msg_cd}. */
  public void answerNext(String code) {
    client.post(rest.resolve("/admin/faults"), Map.of("fault", "answer", "code", code));
  }

  /** Begins to offer a load. */
  public void offer(Load load) {
    client.post(rest.resolve("/admin/load"), load);
  }

  public LoadProgress progress() {
    return client.get(rest.resolve("/admin/load"), LoadProgress.class);
  }

  @Override
  public void close() {
    program.close();
  }

  private static String appKey(int number) {
    return "bench-app-key-" + number;
  }

  private static String secret(int number) {
    return "bench-app-secret-" + number;
  }
}
