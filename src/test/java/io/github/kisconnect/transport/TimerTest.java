package io.github.kisconnect.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The delays of production. */
class TimerTest {

  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration SHORT = Duration.ofMillis(20);

  private final Timer timer = new Timer();
  private final Inbox<String> ran = new Inbox<>();

  @Test
  void runsWhatWasAskedForBeforeTheStop() {
    var unused = timer.after(SHORT, () -> ran.add("asked before"));
    timer.stop();
    assertThat(ran.take()).isEqualTo("asked before");
  }

  @Test
  void doesNotWaitAfterTheStop() {
    timer.stop();
    assertThat(timer.after(LONG, () -> ran.add("asked after"))).isDone();
    assertThat(ran.take()).isEqualTo("asked after");
  }

  @Test
  void leavesOutWhatIsCancelled() {
    assertThat(timer.after(SHORT, () -> ran.add("cancelled")).cancel(false)).isTrue();
    var unused = timer.after(SHORT, () -> ran.add("kept"));
    timer.stop();
    assertThat(ran.take()).isEqualTo("kept");
    assertThat(ran.isEmpty()).isTrue();
  }
}
