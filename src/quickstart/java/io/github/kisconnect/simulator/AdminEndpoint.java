package io.github.kisconnect.simulator;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

/** Lets a person play a bad day against running clients. Event loop only. */
final class AdminEndpoint {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final KisSimulator simulator;

  AdminEndpoint(KisSimulator simulator) {
    this.simulator = simulator;
  }

  /**
   * @param route method and path
   */
  HttpAnswer handle(String route, String body) {
    try {
      return switch (route) {
        case "GET /admin/state" -> ok(state());
        case "GET /admin/events" -> ok(events());
        case "GET /admin/faults" -> ok(faultNames());
        case "POST /admin/faults" -> inject(body);
        case "DELETE /admin/faults" -> clearFaults();
        case "POST /admin/rate" -> changeRate(body);
        case "POST /admin/load" -> offer(body);
        case "GET /admin/load" -> ok(JSON.valueToTree(simulator.loadProgress()));
        case "POST /admin/restart-auction" -> restartAuction();
        default -> answer(404, "There is no " + route + ".");
      };
    } catch (IllegalArgumentException | JsonProcessingException e) {
      return answer(400, e.getMessage());
    }
  }

  private HttpAnswer inject(String body) {
    FaultOrder order = FaultOrder.parse(body);
    simulator.execute(order);
    return answer(200, order + " is on its way.");
  }

  private HttpAnswer clearFaults() {
    simulator.clearFaults();
    return answer(200, "No fault waits any more.");
  }

  private HttpAnswer changeRate(String body) throws JsonProcessingException {
    simulator.rate(JSON.readValue(body, Rate.class));
    return answer(200, "The rate is " + simulator.rate() + ".");
  }

  private HttpAnswer offer(String body) throws JsonProcessingException {
    Load load = JSON.readValue(body, Load.class);
    simulator.offer(load);
    return answer(200, load + " is offered.");
  }

  private HttpAnswer restartAuction() {
    simulator.restartAuction();
    return answer(200, "The auction starts over at " + simulator.exchangeTime() + ".");
  }

  private ObjectNode state() {
    ObjectNode state = JSON.createObjectNode();
    state.put("exchangeTime", simulator.exchangeTime().toString());
    state.putPOJO("rate", simulator.rate());
    ArrayNode sessions = state.putArray("sessions");
    simulator.sessions().forEach(session -> describe(sessions.addObject(), session));
    state.putPOJO("records", simulator.ledger().counts());
    ArrayNode pending = state.putArray("pendingFaults");
    simulator.pendingFaults().forEach(each -> pending.add(each.toString()));
    return state;
  }

  private static void describe(ObjectNode into, SimulatedSession session) {
    into.put("id", session.id());
    into.put("openedAt", session.openedAt().toString());
    into.put("dataFrames", session.frames());
    session.tickers().forEach(into.putArray("tickers")::add);
  }

  private JsonNode events() {
    return JSON.valueToTree(
        simulator.journal().events().stream()
            .map(
                event ->
                    Map.of(
                        "at", event.at().toString(),
                        "kind", event.kind(),
                        "session", event.session(),
                        "detail", event.detail()))
            .toList());
  }

  private static JsonNode faultNames() {
    return JSON.valueToTree(
        Map.of(
            "fault",
            Arrays.stream(Fault.class.getAnnotation(JsonSubTypes.class).value())
                .map(type -> type.name() + Arrays.toString(parameters(type.value())))
                .toList(),
            "how",
            Corruption.values(),
            "with",
            ApprovalRefusal.values()));
  }

  private static String[] parameters(Class<?> fault) {
    return Stream.of(fault.getRecordComponents())
        .map(component -> component.getName())
        .toArray(String[]::new);
  }

  private static HttpAnswer ok(JsonNode body) {
    return HttpAnswer.json(200, body.toPrettyString());
  }

  private static HttpAnswer answer(int status, String sentence) {
    return HttpAnswer.json(status, JSON.createObjectNode().put("message", sentence).toString());
  }
}
