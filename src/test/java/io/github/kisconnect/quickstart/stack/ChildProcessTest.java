package io.github.kisconnect.quickstart.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Child JVMs: how they end, and what is said about it. */
class ChildProcessTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir Path directory;

  /** A program that says that it runs and ends when it is told to. */
  static final class Waiter {
    private Waiter() {}

    public static void main(String[] arguments) throws InterruptedException {
      System.out.println("up");
      new CountDownLatch(1).await();
    }
  }

  @Test
  void quotesTheLogWhenTheProcessDies() {
    ChildProcess child = ChildProcess.start("The server", java("no.such.Program"), log());

    assertThatThrownBy(() -> child.awaitReady(() -> false, LONG))
        .isInstanceOf(LocalStackException.class)
        .hasMessageStartingWith("The server ended with exit code 1; the end of " + log())
        .hasMessageContaining("no.such.Program");
  }

  @Test
  void killsAProcessThatDoesNotAnswer() {
    ChildProcess child = ChildProcess.start("The server", java(Waiter.class.getName()), log());

    assertThatThrownBy(() -> child.awaitReady(() -> false, Duration.ofSeconds(1)))
        .isInstanceOf(LocalStackException.class)
        .hasMessageStartingWith("The server did not answer within 1 s");
    assertThat(child.isAlive()).isFalse();
  }

  @Test
  void stopsOnRequest() {
    ChildProcess child = ChildProcess.start("The server", java(Waiter.class.getName()), log());

    child.stop(LONG);

    assertThat(child.isAlive()).isFalse();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no shell to watch the parent")
  void endsWithTheProcessThatHasStartedIt() throws IOException, InterruptedException {
    Process child = new ProcessBuilder(java(Waiter.class.getName()).words()).start();

    child.getOutputStream().close();

    assertThat(child.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no signals")
  void leavesTheInterruptOfATerminalToItsParent() throws IOException, InterruptedException {
    Process child = new ProcessBuilder(java(Waiter.class.getName()).words()).start();
    assertThat(child.inputReader().readLine()).isEqualTo("up");

    int sent = new ProcessBuilder("kill", "-INT", Long.toString(child.pid())).start().waitFor();

    assertThat(sent).isZero();
    assertThat(child.waitFor(1, TimeUnit.SECONDS)).isFalse();
    child.destroyForcibly();
  }

  private Path log() {
    return directory.resolve("child.log");
  }

  private JavaCommand java(String program) {
    return new JavaCommand(
        Path.of(System.getProperty("java.home")),
        directory,
        List.of("-cp", System.getProperty("java.class.path")),
        List.of(program));
  }
}
