package io.github.kisconnect;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;

/**
 * The task as Connect sees it. Everything that exists only while it runs is in {@link StartedTask}.
 *
 * <p>Connect calls {@code start}, {@code poll} and {@code stop} on the task's own thread; {@code
 * stop} may also come from another thread, twice, or without a successful {@code start}.
 */
public final class KisExpectedTradeSourceTask extends SourceTask {

  private volatile StartedTask started;

  @Override
  public String version() {
    return Version.current();
  }

  /** Reads the configuration and starts the session thread; does no network of its own. */
  @Override
  public void start(Map<String, String> properties) {
    started = StartedTask.start(properties, context);
  }

  /**
   * Waits for the first record, {@code poll.timeout.ms} at most.
   *
   * @return records in the order of the feed, or null where there are none
   * @throws org.apache.kafka.connect.errors.ConnectException where the session gave up for good
   */
  @Override
  public List<SourceRecord> poll() throws InterruptedException {
    final StartedTask running = started;
    return running == null ? null : running.poll();
  }

  /**
   * Times the way of the record. On the producer's thread; also called, without metadata, for what
   * was filtered.
   */
  @Override
  public void commitRecord(SourceRecord record, RecordMetadata metadata) {
    final StartedTask running = started;
    if (running != null && metadata != null) {
      running.acknowledged(record);
    }
  }

  /** Closes the session cleanly, which frees the app key at once; takes three seconds at most. */
  @Override
  public synchronized void stop() {
    if (started != null) {
      started.stop();
      started = null;
    }
  }
}
