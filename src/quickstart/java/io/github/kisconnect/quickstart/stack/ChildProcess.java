package io.github.kisconnect.quickstart.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A running child JVM whose output goes to a log file. It dies with this JVM. An interrupt ends
 * every wait at once: a stop then becomes a kill.
 */
final class ChildProcess {

  private static final int TAIL_LINES = 15;
  private static final Duration PROBE_INTERVAL = Duration.ofMillis(100);

  private final String name;
  private final Path log;
  private final Process process;

  private ChildProcess(String name, Path log, Process process) {
    this.name = name;
    this.log = log;
    this.process = process;
  }

  /**
   * Starts the process and returns at once.
   *
   * @param name what it is, to begin a sentence: {@code "The Kafka broker"}
   * @param log file to append its output to
   */
  static ChildProcess start(String name, JavaCommand command, Path log) {
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      Process process =
          new ProcessBuilder(command.words())
              .directory(command.directory().toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      return new ChildProcess(name, log, process);
    } catch (IOException e) {
      throw new LocalStackException(name + " cannot be started.", e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /** Waits until the probe answers true; a dead process or a passed deadline is an exception. */
  void awaitReady(Callable<Boolean> probe, Duration deadline) {
    try {
      Awaitility.await()
          .pollInSameThread()
          .pollDelay(Duration.ZERO)
          .pollInterval(PROBE_INTERVAL)
          .atMost(deadline)
          .until(() -> !process.isAlive() || probe.call());
    } catch (ConditionTimeoutException e) {
      kill();
      throw new LocalStackException(
          "%s did not answer within %d s%s".formatted(name, deadline.toSeconds(), logTail()), e);
    }
    if (!process.isAlive()) {
      throw new LocalStackException(
          "%s ended with exit code %d%s".formatted(name, process.exitValue(), logTail()));
    }
  }

  /** Waits for the end of a process that ends by itself; an exit code but 0 is an exception. */
  void awaitSuccess(Duration deadline) {
    if (!awaitEnd(deadline)) {
      kill();
      throw new LocalStackException(
          "%s did not end within %d s%s".formatted(name, deadline.toSeconds(), logTail()));
    }
    if (process.exitValue() != 0) {
      throw new LocalStackException(
          "%s ended with exit code %d%s".formatted(name, process.exitValue(), logTail()));
    }
  }

  /** Asks it to end (SIGTERM), waits, and kills it when the deadline has passed. */
  void stop(Duration deadline) {
    process.destroy();
    if (!awaitEnd(deadline)) {
      kill();
    }
  }

  /** Ends it without giving it a chance (SIGKILL). */
  void kill() {
    process.destroyForcibly();
    awaitEnd(Duration.ofSeconds(10));
  }

  private boolean awaitEnd(Duration deadline) {
    try {
      return process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private String logTail() {
    try {
      List<String> lines =
          new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
      List<String> tail = lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
      return "; the end of %s:%n%s".formatted(log, String.join(System.lineSeparator(), tail));
    } catch (IOException e) {
      return "; its log " + log + " cannot be read.";
    }
  }
}
