package io.github.kisconnect.quickstart;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;

/** How the board is shown. Main thread. */
sealed interface Screen permits TerminalScreen, PlainScreen {

  /** For a person at a terminal a table that is redrawn, for a log file a line now and then. */
  static Screen choose(PrintStream out, Map<String, String> environment) {
    boolean canRedraw =
        !environment.containsKey("CI")
            && !environment.getOrDefault("TERM", "dumb").equals("dumb")
            && Terminal.isAttached();
    return canRedraw ? new TerminalScreen(out) : new PlainScreen(out);
  }

  /** The time between two drawings. */
  Duration interval();

  /**
   * Shows the board.
   *
   * @param elapsed since the connector runs
   */
  void draw(TickerBoard board, Duration elapsed);

  /** Shows the board for the last time. */
  void finish(TickerBoard board, Duration elapsed);

  /** One line about all tickers together. */
  static String totals(TickerBoard board, Duration elapsed) {
    return "%,d records of %d tickers read in %d s, latency p50 %d ms, p99 %d ms"
        .formatted(
            board.total(),
            board.rows().size(),
            elapsed.toSeconds(),
            board.latencies().percentile(0.5).toMillis(),
            board.latencies().percentile(0.99).toMillis());
  }
}
