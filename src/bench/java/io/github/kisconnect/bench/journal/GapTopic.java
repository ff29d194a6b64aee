package io.github.kisconnect.bench.journal;

import io.github.kisconnect.quickstart.stack.AvroRecord;
import io.github.kisconnect.quickstart.stack.AvroTopicReader;
import io.github.kisconnect.quickstart.stack.LocalStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads the holes that a connector reports, from the first one on. One thread. */
public final class GapTopic implements AutoCloseable {

  /** How long the topic must be quiet until we believe that nothing more comes. */
  private static final Duration QUIET = Duration.ofSeconds(1);

  private final AvroTopicReader gaps;

  /**
   * @param topic need not exist yet
   */
  public GapTopic(LocalStack stack, String topic) {
    this.gaps = stack.read(topic);
  }

  /** Reads on until nothing more comes; gives the holes since the last call, each once. */
  public List<Hole> take() {
    List<Hole> holes = new ArrayList<>();
    List<AvroRecord> read;
    do {
      read = gaps.poll(QUIET);
      for (AvroRecord each : read) {
        Hole hole = Hole.of(each.value());
        holes.removeIf(hole::isSame);
        holes.add(hole);
      }
    } while (!read.isEmpty() || !gaps.isAtEnd());
    return holes;
  }

  @Override
  public void close() {
    gaps.close();
  }
}
