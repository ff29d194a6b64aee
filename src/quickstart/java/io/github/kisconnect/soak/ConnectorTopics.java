package io.github.kisconnect.soak;

import io.github.kisconnect.quickstart.stack.AvroRecord;
import io.github.kisconnect.quickstart.stack.AvroTopicReader;
import io.github.kisconnect.quickstart.stack.LocalStack;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Reads the three topics of one connector into a balance. One thread. */
public final class ConnectorTopics implements AutoCloseable {

  private static final Duration MOMENT = Duration.ofMillis(50);

  /** How long the topics must be quiet until we believe that nothing more comes. */
  private static final Duration QUIET = Duration.ofSeconds(1);

  private final AvroTopicReader trades;
  private final AvroTopicReader gaps;
  private final AvroTopicReader malformed;
  private final Balance balance;

  public ConnectorTopics(
      LocalStack stack, String topic, String gapTopic, String malformedTopic, Balance balance) {
    this.trades = stack.read(topic);
    this.gaps = stack.read(gapTopic);
    this.malformed = stack.read(malformedTopic);
    this.balance = balance;
  }

  /** Reads what is there; says whether there was anything. */
  public boolean read() {
    return read(MOMENT);
  }

  /** Reads on until nothing comes any more. */
  public void drain() {
    boolean more = true;
    while (more) {
      more = read(QUIET);
    }
  }

  @Override
  public void close() {
    trades.close();
    gaps.close();
    malformed.close();
  }

  private boolean read(Duration patience) {
    boolean any = pass(trades, patience, balance::delivered);
    any |= pass(gaps, MOMENT, balance::gap);
    any |= pass(malformed, MOMENT, balance::malformed);
    return any;
  }

  private static boolean pass(
      AvroTopicReader from, Duration patience, Consumer<AvroRecord> listener) {
    List<AvroRecord> records = from.poll(patience);
    records.forEach(listener);
    return !records.isEmpty();
  }
}
