package io.github.kisconnect.quickstart;

import io.github.kisconnect.quickstart.stack.LocalServer;
import io.github.kisconnect.quickstart.stack.StartListener;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** Tells the user what goes on, each line with the seconds since the start. Main thread. */
final class Narrator implements StartListener {

  private final PrintStream out;
  private final InstantSource clock;
  private final StopSignal stop;
  private final Instant begin;

  Narrator(PrintStream out, InstantSource clock, StopSignal stop) {
    this.out = out;
    this.clock = clock;
    this.stop = stop;
    this.begin = clock.instant();
  }

  void say(String sentence) {
    Duration elapsed = Duration.between(begin, clock.instant());
    out.printf(Locale.ROOT, "[%5.1f s] %s%n", elapsed.toMillis() / 1000.0, sentence);
  }

  @Override
  public void starting(LocalServer server) {
    stop.check();
    say(server.name() + " starts.");
  }

  @Override
  public void ready(LocalServer server) {
    stop.check();
    say(server.name() + " is ready at " + server.address() + ".");
  }
}
