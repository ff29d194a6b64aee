package io.github.kisconnect.bench.market;

import io.github.kisconnect.bench.endtoend.Outcome;
import io.github.kisconnect.bench.endtoend.Rig;
import io.github.kisconnect.bench.endtoend.Subject;
import io.github.kisconnect.bench.journal.FeedHistory;
import io.github.kisconnect.bench.journal.GapTopic;
import io.github.kisconnect.quickstart.stack.ConnectRest;
import io.github.kisconnect.simulator.Load;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** One connector for a whole market on a rig. One thread. */
final class Market {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration GLANCE = Duration.ofMillis(200);
  private static final String NOT_GRACEFUL = "Graceful stop of";

  private final Rig rig;
  private final int sessions;
  private final List<String> tickers;
  private final int lingerMillis;

  /**
   * @param lingerMillis of the producers
   */
  Market(Rig rig, int sessions, int tickers, int lingerMillis) {
    this.rig = rig;
    this.sessions = sessions;
    this.lingerMillis = lingerMillis;
    this.tickers = IntStream.range(0, tickers).mapToObj("%06d"::formatted).toList();
  }

  int sessions() {
    return sessions;
  }

  int tickers() {
    return tickers.size();
  }

  /** The most tickers of a task; they are spread evenly. */
  int tickersPerTask() {
    return (tickers.size() + sessions - 1) / sessions;
  }

  String connector() {
    return subject().name();
  }

  ConnectRest rest() {
    return rig.stack().rest();
  }

  FeedHistory history() {
    return new FeedHistory(rig.simulator().events());
  }

  /** Configures the connector with the first so many tickers, for so many tasks. */
  void configure(int tasks, int firstTickers) {
    rest()
        .put(
            connector(),
            Subject.typed(tasks)
                .with(rig.simulator().connectorConfig())
                .with(
                    Map.of(
                        "kis.tickers",
                        String.join(",", tickers.subList(0, firstTickers)),
                        "producer.override.linger.ms",
                        Integer.toString(lingerMillis)))
                .config());
  }

  /** Waits until the simulator has so many tickers registered. */
  void awaitRegistered(int count) {
    Awaitility.await()
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(GLANCE)
        .atMost(PATIENCE)
        .until(() -> rig.simulator().registered() == count);
  }

  void awaitAllRegistered() {
    awaitRegistered(tickers.size());
  }

  /** Lets one record through, so that its schema is registered before many ask for it at once. */
  void sendFirstRecord() {
    offer(new Load(10, 0.1, 1), Duration.ZERO);
  }

  Outcome offer(Load load, Duration idle) {
    return rig.offer(subject(), load, idle);
  }

  /** The same, and something to be done on this thread once the load has begun. */
  Outcome offer(Load load, Duration idle, Runnable meanwhile) {
    return rig.offer(subject(), load, idle, meanwhile);
  }

  /** What comes into the topic from now on; close it yourself. */
  TopicEnd topicEnd() {
    return new TopicEnd(rig.stack().bootstrapServers(), subject().config().get("topic"));
  }

  /** All holes that are reported; close it yourself. */
  GapTopic gapTopic() {
    return new GapTopic(rig.stack(), subject().config().get("gap.topic"));
  }

  /** How many tasks or connectors Connect gave up waiting for. */
  long cancelled() {
    try {
      return Files.readString(rig.stack().worker().log())
          .lines()
          .filter(line -> line.contains(NOT_GRACEFUL))
          .count();
    } catch (IOException e) {
      throw new UncheckedIOException("The worker's log cannot be read.", e);
    }
  }

  private Subject subject() {
    return Subject.typed(sessions);
  }
}
