package io.github.kisconnect;

import io.github.kisconnect.config.KisTaskConfig;
import io.github.kisconnect.gap.Gap;
import io.github.kisconnect.gap.LossLedger;
import io.github.kisconnect.metrics.FeedMetrics;
import io.github.kisconnect.metrics.PublishedMetrics;
import io.github.kisconnect.metrics.TaskReadings;
import io.github.kisconnect.queue.HandoverQueue;
import io.github.kisconnect.queue.QueueOverflowException;
import io.github.kisconnect.record.PolledRecord;
import io.github.kisconnect.session.FeedSession;
import io.github.kisconnect.session.RecordSink;
import io.github.kisconnect.session.SessionPorts;
import io.github.kisconnect.session.TimeSource;
import io.github.kisconnect.transport.SharedResources;
import io.github.kisconnect.transport.SystemTime;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A task that runs: one session that receives, one queue, one thread that polls. {@link #poll} is
 * called on the task thread, {@link #stop} once, on any.
 */
final class StartedTask {

  private static final Logger LOG = LoggerFactory.getLogger(StartedTask.class);

  /** Beyond the session's own budget for the closing handshake, within the promised 3 s. */
  private static final Duration CLOSE_PATIENCE = Duration.ofMillis(2900);

  private final KisTaskConfig config;
  private final HandoverQueue<Delivery> queue;
  private final LossLedger ledger = new LossLedger();
  private final SessionReports reports;
  private final RecordAssembly assembly;
  private final LossLog lossLog;
  private final TimeSource time = new SystemTime();
  private final FeedMetrics metrics;
  private final SharedResources.Lease shared;
  private final FeedSession session;
  private final PublishedMetrics published;

  private StartedTask(
      KisTaskConfig config, SourceTaskContext context, Map<String, Map<String, Object>> offsets) {
    this.config = config;
    this.lossLog = new LossLog(time);
    this.metrics = new FeedMetrics(config.taskTickers(), time);
    this.assembly = RecordAssembly.of(config, offsets);
    this.queue =
        new HandoverQueue<>(
            config.queueCapacity(),
            config.queueMaxBytes(),
            config.overflowPolicy(),
            config.queueBlockTimeout(),
            Delivery::weight,
            lost -> lost.noteLoss(ledger));
    this.reports = new SessionReports(queue, metrics);
    this.shared = SharedResources.acquire();
    final RecordSink intake =
        new Intake(
            queue,
            ledger,
            config.taskTickers(),
            config.malformedPolicy(),
            config.malformedTopic().isPresent());
    this.session =
        new FeedSession(
            TaskSettings.connectorName(config),
            config.taskIndex(),
            TaskSettings.session(config),
            new SessionPorts(
                shared.transport(),
                shared.approvals(config.restUrl()),
                new CurrentCredentials(config, context),
                (frame, origin) -> {
                  metrics.received(frame);
                  intake.accept(frame, origin);
                },
                reports,
                time,
                new SecureRandom()),
            LastDelivered.receivedAt(offsets));
    this.published =
        PublishedMetrics.publish(
            TaskSettings.connectorName(config),
            config.taskIndex(),
            config.taskTickers(),
            new TaskReadings(metrics, session::status, queue, time),
            context);
  }

  static StartedTask start(Map<String, String> properties, SourceTaskContext context) {
    final KisTaskConfig config = new KisTaskConfig(properties, true);
    final StartedTask task =
        new StartedTask(
            config,
            context,
            LastDelivered.offsets(config.taskTickers(), context.offsetStorageReader()));
    task.session.start();
    return task;
  }

  /**
   * Waits for the first record, then takes what is there. Holes come before the records of the same
   * call, so that no offset is stored beyond a hole that was not reported; a failure comes after
   * the holes that led to it.
   */
  List<SourceRecord> poll() throws InterruptedException {
    session.polled();
    final List<SourceRecord> records = new ArrayList<>();
    try {
      final List<Delivery> deliveries = queue.take(config.pollMaxRecords(), config.pollTimeout());
      addHoles(records);
      assembly.addDeliveries(deliveries, time.epochMicros(), records);
    } catch (QueueOverflowException | ConnectException failure) {
      addHoles(records);
      if (records.isEmpty()) {
        throw new ConnectException(failure.getMessage(), failure);
      }
    }
    records.forEach(this::notePolled);
    return records.isEmpty() ? null : records;
  }

  private void notePolled(SourceRecord record) {
    if (record instanceof PolledRecord polled) {
      metrics.polled(polled.timestamp(), polled.receivedMicros(), polled.polledMicros());
    }
  }

  /** Kafka has the record. On the producer's thread. */
  void acknowledged(SourceRecord record) {
    if (record instanceof PolledRecord polled) {
      metrics.acknowledged(polled.receivedMicros(), polled.polledMicros());
    }
  }

  private List<Gap> takeHoles() {
    final List<Gap> gaps = reports.takeGaps();
    gaps.addAll(ledger.drain(Long.MAX_VALUE));
    return gaps;
  }

  private void addHoles(List<SourceRecord> records) {
    final List<Gap> gaps = takeHoles();
    lossLog.note(gaps);
    gaps.forEach(metrics::reported);
    assembly.addGaps(gaps, time.epochMicros(), records);
  }

  /**
   * Nothing can be produced any more, so the queue goes first: an I/O thread that waits for room in
   * it could not hear the peer's close.
   */
  void stop() {
    final int held = queue.close();
    try {
      session.stop();
      if (!session.awaitClosed(CLOSE_PATIENCE)) {
        LOG.warn("The session did not close in time; KIS may hold the app key for a while.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      LOG.warn("Interrupted while the session closed; KIS may hold the app key for a while.");
    } finally {
      lossLog.close(takeHoles());
      LOG.info(
          "The task is stopped; records that it had received but Connect can no longer produce are"
              + " discarded, the next start reports them as a hole of each ticker that has an offset"
              + " discarded={}",
          held + queue.refused());
      published.close();
      shared.close();
    }
  }
}
