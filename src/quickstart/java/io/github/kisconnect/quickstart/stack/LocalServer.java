package io.github.kisconnect.quickstart.stack;

import java.nio.file.Path;
import java.time.Duration;

/**
 * One server of the stack: a child JVM that can be started, stopped, killed and started again with
 * the same ports and data. Not thread-safe: one owner.
 */
public abstract class LocalServer implements AutoCloseable {

  private static final Duration START_DEADLINE = Duration.ofMinutes(5);
  private static final Duration STOP_DEADLINE = Duration.ofSeconds(20);

  private final String name;
  private final Path log;
  private ChildProcess process;

  LocalServer(String name, Path log) {
    this.name = name;
    this.log = log;
  }

  /** What it is, as in {@code "the Kafka broker"}. */
  public final String name() {
    return name;
  }

  /** Where clients find it. */
  public abstract String address();

  /** The file with everything the process has printed. */
  public final Path log() {
    return log;
  }

  /** Starts the process unless it runs, and returns before it is ready. */
  public final void launch() {
    if (!isAlive()) {
      prepare();
      process = ChildProcess.start(name, command(), log);
    }
  }

  /** Waits until it answers. */
  public final void awaitReady() {
    process.awaitReady(this::answers, START_DEADLINE);
  }

  public final void start() {
    launch();
    awaitReady();
  }

  /** A clean stop, forced if it takes too long. Nothing happens when it does not run. */
  public final void stop() {
    if (process != null) {
      process.stop(STOP_DEADLINE);
    }
  }

  /** The end of the process as by {@code kill -9}. */
  public final void kill() {
    if (process != null) {
      process.kill();
    }
  }

  public final void restart() {
    stop();
    start();
  }

  public final boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** Process id of the JVM, for tests that send it signals. */
  public final long pid() {
    return process.pid();
  }

  @Override
  public final void close() {
    stop();
  }

  /** What must be done before the process starts; called each time. */
  void prepare() {}

  abstract JavaCommand command();

  /** Whether the server serves; called again and again while it starts. */
  abstract boolean answers();
}
