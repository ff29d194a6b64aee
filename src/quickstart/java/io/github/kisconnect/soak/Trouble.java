package io.github.kisconnect.soak;

import io.github.kisconnect.quickstart.stack.LocalStack;
import io.github.kisconnect.quickstart.stack.LocalWorker;
import io.github.kisconnect.simulator.ApprovalRefusal;
import io.github.kisconnect.simulator.Corruption;
import io.github.kisconnect.simulator.Fault;
import io.github.kisconnect.simulator.KisSimulator;
import io.github.kisconnect.simulator.SimulatedSession;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Chooses by chance what goes wrong next, of all that passes by itself; what only an operator can
 * cure is left out. Main thread.
 *
 * @param pause lets time pass
 */
record Trouble(
    LocalStack stack, KisSimulator simulator, RandomGenerator random, Consumer<Duration> pause) {

  private static final List<ApprovalRefusal> PASSING =
      List.of(
          ApprovalRefusal.SERVER_ERROR,
          ApprovalRefusal.HTML_502,
          ApprovalRefusal.EMPTY,
          ApprovalRefusal.NO_KEY,
          ApprovalRefusal.TRUNCATED_JSON,
          ApprovalRefusal.TOO_MANY_CALLS);

  private static final List<String> ODD_ANSWERS =
      List.of("OPSP0007", "OPSP0009", "OPSP9993", "OPSP9995", "OPSP1234");

  /** Does something and says what. */
  String strike() {
    return switch (random.nextInt(18)) {
      case 0 -> toOneSession("is dropped", SimulatedSession::drop);
      case 1 -> toOneSession("is reset", SimulatedSession::reset);
      case 2 -> toOneSession("is closed with 1000", session -> session.close(1000, "maintenance"));
      case 3 -> toOneSession("is closed with 1011", session -> session.close(1011, ""));
      case 4 -> toOneSession("is silent", session -> session.fallSilent(seconds(1, 20)));
      case 5 -> toOneSession("is forgotten", session -> session.forget(seconds(20, 300)));
      case 6, 7 -> corrupt();
      case 8 -> withDrop(new Fault.RefuseUpgrade(choose(List.of(403, 429, 500, 503))));
      case 9 -> withDrop(new Fault.GarbageUpgrade());
      case 10 -> withDrop(new Fault.SilentUpgrade());
      case 11 -> withDrop(new Fault.DropAfterSubscribe(Duration.ofMillis(random.nextInt(300))));
      case 12 -> {
        simulator.revokeApprovals();
        yield withDrop(new Fault.RefuseApproval(choose(PASSING)));
      }
      case 13 -> withDrop(new Fault.NoAck(null));
      case 14 -> withDrop(new Fault.DataBeforeAck(null));
      case 15 -> withDrop(new Fault.Answer(choose(ODD_ANSWERS), null));
      case 16 -> rare();
      default -> {
        Duration lasting = seconds(1, 15);
        simulator.refuseConnections(lasting);
        yield "The port is closed for " + lasting + ".";
      }
    };
  }

  private String rare() {
    return switch (random.nextInt(5)) {
      case 0 -> stopBroker();
      case 1 -> killWorker();
      case 2 -> {
        String said = toOneSession("is dropped, its app key in use", SimulatedSession::drop);
        simulator.occupy(seconds(1, 20));
        yield said;
      }
      case 3 -> {
        stack.rest().restart(SoakRun.NAME);
        yield "The tasks were restarted.";
      }
      default -> {
        stack.rest().pause(SoakRun.NAME);
        pause.accept(seconds(1, 20));
        stack.rest().resume(SoakRun.NAME);
        yield "The connector was paused.";
      }
    };
  }

  private String stopBroker() {
    Duration lasting = seconds(1, 40);
    stack.broker().stop();
    pause.accept(lasting);
    stack.broker().start();
    pause.accept(Duration.ofSeconds(10));
    return "The broker was stopped for " + lasting + ".";
  }

  private String killWorker() {
    LocalWorker worker = choose(stack.workers());
    worker.kill();
    pause.accept(seconds(1, 30));
    worker.start();
    return worker.name() + " was killed and started again.";
  }

  private String corrupt() {
    Corruption how = choose(List.of(Corruption.values()));
    int times = 1 + random.nextInt(5);
    simulator.inject(new Fault.Corrupt(how), times);
    return "Data frames are odd: %s, %d times.".formatted(how, times);
  }

  private String withDrop(Fault fault) {
    simulator.inject(fault);
    return toOneSession("is dropped; then " + fault, SimulatedSession::drop);
  }

  private String toOneSession(String what, Consumer<SimulatedSession> strike) {
    Optional<SimulatedSession> session =
        simulator.sessions().isEmpty()
            ? Optional.empty()
            : Optional.of(choose(simulator.sessions()));
    session.ifPresent(strike);
    return session
        .map(each -> "Session %s %s.".formatted(each.id(), what))
        .orElse("There is no session to strike.");
  }

  private <T> T choose(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private Duration seconds(int least, int most) {
    return Duration.ofSeconds(least + random.nextInt(most - least + 1));
  }
}
