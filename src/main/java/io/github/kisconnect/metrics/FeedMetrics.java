package io.github.kisconnect.metrics;

import io.github.kisconnect.gap.Gap;
import io.github.kisconnect.protocol.DecodedFrame;
import io.github.kisconnect.protocol.RejectedRecord;
import io.github.kisconnect.session.FailureKind;
import io.github.kisconnect.session.TimeSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts and times the records of one task on their way. Every method may be called from any
 * thread, takes no lock and allocates nothing per record.
 */
public final class FeedMetrics {

  private final TimeSource time;
  private final LongAdder frames = new LongAdder();
  private final LongAdder records = new LongAdder();
  private final LongAccumulator mostRecordsPerFrame = new LongAccumulator(Math::max, 0);
  private final Widths widths = new Widths();
  private final Tally rejects;
  private final Tally tickerRecords;
  private final LongAdder approvalRequests = new LongAdder();
  private final Tally ends;
  private final Tally gaps;
  private final Tally tickerGaps;
  private final LongAdder polled = new LongAdder();
  private final LongAdder acknowledged = new LongAdder();
  private final Latencies latencies;

  /**
   * @param tickers of the task
   */
  public FeedMetrics(List<String> tickers, TimeSource time) {
    this.time = time;
    this.rejects = new Tally(Tag.REJECT_REASON.subjects(tickers));
    this.tickerRecords = new Tally(Tag.TICKER.subjects(tickers));
    this.ends = new Tally(Tag.FAILURE_KIND.subjects(tickers));
    this.gaps = new Tally(Tag.GAP_REASON.subjects(tickers));
    this.tickerGaps = new Tally(Tag.TICKER.subjects(tickers));
    this.latencies = new Latencies(time);
  }

  /** A data frame came in. */
  public void received(DecodedFrame frame) {
    int count = frame.trades().size();
    frames.increment();
    records.add(count);
    mostRecordsPerFrame.accumulate(count);
    widths.add(frame.width());
    for (int i = 0; i < count; i++) {
      tickerRecords.add(frame.trades().get(i).trade().ticker());
    }
    for (RejectedRecord rejected : frame.rejected()) {
      rejects.add(rejected.reason());
    }
  }

  public void approvalRequested() {
    approvalRequests.increment();
  }

  /** A session or an attempt at one came to an end. */
  public void ended(FailureKind kind) {
    ends.add(kind);
  }

  public void reported(Gap gap) {
    gaps.add(gap.reason());
    tickerGaps.add(gap.ticker());
  }

  /** A record is given to Connect. */
  public void polled(long exchangeMillis, long receivedMicros, long polledMicros) {
    polled.increment();
    latencies.add(
        LatencyStage.EXCHANGE_RECEIVED,
        receivedMicros - TimeUnit.MILLISECONDS.toMicros(exchangeMillis));
    latencies.add(LatencyStage.RECEIVED_POLLED, polledMicros - receivedMicros);
  }

  /** Kafka acknowledged a record. */
  public void acknowledged(long receivedMicros, long polledMicros) {
    long now = time.epochMicros();
    acknowledged.increment();
    latencies.add(LatencyStage.POLLED_ACKNOWLEDGED, now - polledMicros);
    latencies.add(LatencyStage.RECEIVED_ACKNOWLEDGED, now - receivedMicros);
  }

  long frames() {
    return frames.sum();
  }

  long records() {
    return records.sum();
  }

  double recordsPerFrame() {
    long count = frames.sum();
    return count == 0 ? Double.NaN : (double) records.sum() / count;
  }

  double mostRecordsPerFrame() {
    return frames.sum() == 0 ? Double.NaN : mostRecordsPerFrame.get();
  }

  Widths widths() {
    return widths;
  }

  Tally rejects() {
    return rejects;
  }

  Tally tickerRecords() {
    return tickerRecords;
  }

  long approvalRequests() {
    return approvalRequests.sum();
  }

  Tally ends() {
    return ends;
  }

  Tally gaps() {
    return gaps;
  }

  Tally tickerGaps() {
    return tickerGaps;
  }

  long polled() {
    return polled.sum();
  }

  long acknowledged() {
    return acknowledged.sum();
  }

  Latencies latencies() {
    return latencies;
  }
}
