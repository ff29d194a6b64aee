package io.github.kisconnect.bench.market;

import io.github.kisconnect.bench.endtoend.Outcome;
import io.github.kisconnect.bench.endtoend.Pause;
import io.github.kisconnect.bench.endtoend.Rig;
import io.github.kisconnect.bench.figure.Figures;
import io.github.kisconnect.bench.journal.FeedHistory;
import io.github.kisconnect.bench.journal.GapTopic;
import io.github.kisconnect.quickstart.stack.ConnectorStatus;
import io.github.kisconnect.simulator.Load;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/** Lets KIS refuse the app key of one task while all carry a load. Main thread. */
final class FailingTask {

  private static final String INVALID_APP_KEY = "OPSP9994";

  /** Enough for a task to stop, start and fail, and for the others to go on after that. */
  private static final double LOAD_SECONDS = 30;

  private static final Duration BEFORE = Duration.ofSeconds(5);

  private final Rig rig;
  private final Market market;
  private final InstantSource clock;
  private final int task;
  private long sentByThen;

  FailingTask(Rig rig, Market market, InstantSource clock) {
    this.rig = rig;
    this.market = market;
    this.clock = clock;
    this.task = market.sessions() - 1;
  }

  /**
   * Offers the load, restarts the task when that is over, and reports what was lost.
   *
   * @param idle processor time that the worker takes in a second with all sessions idle
   */
  void measure(Figures figures, double rate, int recordsPerFrame, Duration idle) {
    final Set<String> ended = market.history().liveSessions();
    final Instant begin = clock.instant();
    try (TopicEnd topic = market.topicEnd();
        GapTopic gaps = market.gapTopic()) {
      final Outcome outcome =
          market.offer(new Load(rate, LOAD_SECONDS, recordsPerFrame), idle, this::fail);
      ended.removeAll(market.history().liveSessions());
      final Receipts receipts = new Receipts(topic.read());
      market.rest().restartTask(market.connector(), task);
      market.awaitAllRegistered();
      FeedHistory history = market.history();
      new Failure(begin, ended, history, receipts, gaps.take())
          .report(figures, outcome.sent(), outcome.reportedLost(), recordsPerFrame);
      figures.none("one task failed: delivered twice", outcome.read().duplicates());
      figures.atLeast(
          1, "one task failed: sent to the others afterwards", outcome.sent() - sentByThen);
    }
  }

  private void fail() {
    Pause.of(BEFORE);
    rig.simulator().answerNext(INVALID_APP_KEY);
    market.rest().restartTask(market.connector(), task);
    market
        .rest()
        .awaitStatus(
            market.connector(),
            "task %d FAILED and all others RUNNING".formatted(task),
            this::hasFailedAlone);
    sentByThen = rig.simulator().progress().sent();
  }

  private boolean hasFailedAlone(ConnectorStatus status) {
    return status.tasks().size() == market.sessions()
        && status.tasks().stream()
            .allMatch(each -> each.state().equals(each.id() == task ? "FAILED" : "RUNNING"));
  }
}
