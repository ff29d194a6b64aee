package io.github.kisconnect.quickstart;

import java.io.PrintStream;
import java.time.Duration;

/** A line every five seconds, and the table at the end. */
record PlainScreen(PrintStream out) implements Screen {

  @Override
  public Duration interval() {
    return Duration.ofSeconds(5);
  }

  @Override
  public void draw(TickerBoard board, Duration elapsed) {
    out.println(Screen.totals(board, elapsed));
  }

  @Override
  public void finish(TickerBoard board, Duration elapsed) {
    out.println(TickerTable.render(board.rows()));
    draw(board, elapsed);
  }
}
