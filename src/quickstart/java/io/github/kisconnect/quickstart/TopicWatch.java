package io.github.kisconnect.quickstart;

import io.github.kisconnect.quickstart.stack.AvroRecord;
import io.github.kisconnect.quickstart.stack.AvroTopicReader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Reads the topic and shows it. Main thread. */
final class TopicWatch {

  private static final Duration POLL = Duration.ofMillis(100);

  private final AvroTopicReader reader;
  private final Screen screen;
  private final InstantSource clock;
  private final Consumer<AvroRecord> listener;
  private final TickerBoard board = new TickerBoard();
  private final Instant begin;
  private Instant lastRecord;
  private Instant lastDrawing;

  /**
   * Begins to count the time.
   *
   * @param listener is given each record
   */
  TopicWatch(
      AvroTopicReader reader, Screen screen, InstantSource clock, Consumer<AvroRecord> listener) {
    this.reader = reader;
    this.screen = screen;
    this.clock = clock;
    this.listener = listener;
    this.begin = clock.instant();
    this.lastRecord = begin;
    this.lastDrawing = begin;
  }

  /** Goes on until the predicate, asked a few times a second, says that it is enough. */
  void until(Predicate<TopicWatch> enough) {
    while (!enough.test(this)) {
      List<AvroRecord> records = reader.poll(POLL);
      Instant now = clock.instant();
      for (AvroRecord read : records) {
        board.add(read, now);
        listener.accept(read);
        lastRecord = now;
      }
      if (Duration.between(lastDrawing, now).compareTo(screen.interval()) >= 0) {
        screen.draw(board, elapsed());
        lastDrawing = now;
      }
    }
  }

  void finish() {
    screen.finish(board, elapsed());
  }

  Latencies latencies() {
    return board.latencies();
  }

  Duration elapsed() {
    return Duration.between(begin, clock.instant());
  }

  /** The time since the last record, or since the beginning. */
  Duration quiet() {
    return Duration.between(lastRecord, clock.instant());
  }
}
