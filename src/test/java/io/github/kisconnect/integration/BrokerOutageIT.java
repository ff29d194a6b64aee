package io.github.kisconnect.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.quickstart.stack.LocalStack;
import io.github.kisconnect.simulator.SimulatedSession;
import io.github.kisconnect.soak.Account;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The broker is gone for a minute and comes back, while KIS goes on sending. The worker of the
 * shared stack is patient enough to keep its tasks meanwhile.
 */
@ExtendWith(SharedStack.class)
class BrokerOutageIT {

  private static final Duration OUTAGE = Duration.ofMinutes(1);

  @Test
  void keepsTheSessionAndReportsWhatFoundNoRoom(LocalStack stack) {
    try (Trial roomy = new Trial(stack, "outage-roomy").start();
        Trial narrow =
            new Trial(stack, "outage-narrow")
                .with("queue.capacity", "100")
                .with("producer.override.buffer.memory", "65536")
                .start()) {
      final List<SimulatedSession> before = sessions(roomy, narrow);

      stack.broker().stop();
      try {
        roomy.awaitLoad(Math.toIntExact(OUTAGE.toSeconds()) * Trial.LOAD);
      } finally {
        stack.broker().start();
      }

      assertThat(sessions(roomy, narrow)).isEqualTo(before);
      roomy.awaitLoad();
      final Account all = roomy.assertBalanced();
      assertThat(all.delivered()).as("%s", all).isEqualTo(all.sent());
      assertThat(all.holes()).as("%s", all).isEmpty();
      final Account some = narrow.assertBalanced();
      assertThat(some.reportedLost()).as("%s", some).isPositive().isEqualTo(some.overflowed());
      assertThat(some.holes()).containsOnlyKeys("OVERFLOW");
    }
  }

  private static List<SimulatedSession> sessions(Trial... trials) {
    return Stream.of(trials).flatMap(trial -> trial.simulator().sessions().stream()).toList();
  }
}
