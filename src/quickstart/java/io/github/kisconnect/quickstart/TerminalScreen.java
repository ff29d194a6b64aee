package io.github.kisconnect.quickstart;

import java.io.PrintStream;
import java.time.Duration;

/** The table, drawn over its own last drawing by ANSI control sequences. */
final class TerminalScreen implements Screen {

  private static final String UP = "\033[%dA";
  private static final String CLEAR_BELOW = "\033[J";

  private final PrintStream out;
  private int height;

  TerminalScreen(PrintStream out) {
    this.out = out;
  }

  @Override
  public Duration interval() {
    return Duration.ofMillis(250);
  }

  @Override
  public void draw(TickerBoard board, Duration elapsed) {
    String drawing =
        TickerTable.render(board.rows())
            + "\n\n"
            + Screen.totals(board, elapsed)
            + "; Ctrl-C ends it.";
    String toTop = height == 0 ? "" : UP.formatted(height) + CLEAR_BELOW;
    out.println(toTop + drawing);
    out.flush();
    height = Math.toIntExact(drawing.lines().count());
  }

  @Override
  public void finish(TickerBoard board, Duration elapsed) {
    draw(board, elapsed);
  }
}
