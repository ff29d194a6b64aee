package io.github.kisconnect.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The two ways of showing the board. */
class ScreenTest {

  private static final Duration ELAPSED = Duration.ofSeconds(12);

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, UTF_8);
  private final TickerBoard board = new TickerBoard();

  @BeforeEach
  void readOneRecord() {
    Instant received = Instant.parse("2026-11-20T23:51:30Z");
    long micros = received.toEpochMilli() * 1000;
    board.add(AvroRecords.of("005930", micros, AvroRecords.samsung()), received.plusMillis(8));
  }

  @Test
  void printsALineWhereThereIsNoTerminal() {
    new PlainScreen(out).draw(board, ELAPSED);

    assertThat(printed.toString(UTF_8))
        .isEqualToNormalizingNewlines(
            "1 records of 1 tickers read in 12 s, latency p50 8 ms, p99 8 ms\n");
  }

  @Test
  void printsTheTableOnceInTheEndWhereThereIsNoTerminal() {
    new PlainScreen(out).finish(board, ELAPSED);

    assertThat(printed.toString(UTF_8)).containsOnlyOnce("71,500").contains("1 records");
  }

  @Test
  void redrawsTheTableInPlaceOnATerminal() {
    TerminalScreen screen = new TerminalScreen(out);

    screen.draw(board, ELAPSED);
    String first = printed.toString(UTF_8);
    screen.draw(board, ELAPSED);

    assertThat(first).contains("71,500").doesNotContain("\033[");
    assertThat(printed.toString(UTF_8))
        .isEqualTo(first + "\033[" + first.lines().count() + "A\033[J" + first);
  }

  @Test
  void doesNotRedrawInTheLogOfABuildServer() {
    assertThat(Screen.choose(out, Map.of("TERM", "xterm", "CI", "true")))
        .isInstanceOf(PlainScreen.class);
  }
}
