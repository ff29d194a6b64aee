package io.github.kisconnect.record;

import io.github.kisconnect.protocol.ExpectedTrade;
import io.github.kisconnect.protocol.ExpectedTradeField;
import io.github.kisconnect.protocol.FrameOrigin;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Makes the records of the topic, for one thread at a time. A record shares with others only what
 * cannot change: schemas, its ticker's source partition, headers, strings.
 */
public final class RecordFactory {

  /** A little less than what brokers bear, {@code message.timestamp.after.max.ms}. */
  private static final long MOST_AHEAD_MILLIS = TimeUnit.MINUTES.toMillis(50);

  private final String topic;
  private final ExpectedTradeSchema schema;
  private final Map<String, Map<String, String>> partitions = new HashMap<>();
  private BusinessDay latestDay = BusinessDay.of(0);
  private SessionHeaders latestSession = new SessionHeaders("", "");

  /** Makes records for one topic, with percentages and averages typed by the mode. */
  public RecordFactory(String topic, DecimalMode decimalMode) {
    this.topic = topic;
    this.schema = new ExpectedTradeSchema(decimalMode);
  }

  /**
   * The record of a trade: keyed by ticker, stamped with the trade's own date and time, and
   * identified by session, frame and index in its headers. A trade from the future is stamped with
   * the time of its receipt: brokers refuse such timestamps, which would end the task over one
   * damaged date; the fields stay as they came.
   *
   * @param index position of the trade in its frame, from 0
   * @param polledMicros when Connect asked for it, microseconds since the epoch
   */
  public PolledRecord record(
      ExpectedTrade trade, FrameOrigin origin, int index, long polledMicros) {
    BusinessDay day = day(trade.number(ExpectedTradeField.BSOP_DATE));
    long millisOfDay = trade.number(ExpectedTradeField.STCK_CNTG_HOUR);
    return new PolledRecord(
        partitions.computeIfAbsent(trade.ticker(), SourceOffsets::partition),
        new TradeOffset(day, millisOfDay, origin),
        topic,
        trade.ticker(),
        schema.struct(trade),
        stamp(day.startMillis() + millisOfDay, origin),
        session(origin).headers(origin, index),
        origin.receivedAtMicros(),
        polledMicros);
  }

  private static long stamp(long tradeMillis, FrameOrigin origin) {
    long receivedMillis = TimeUnit.MICROSECONDS.toMillis(origin.receivedAtMicros());
    return tradeMillis - receivedMillis > MOST_AHEAD_MILLIS ? receivedMillis : tradeMillis;
  }

  private BusinessDay day(long epochDay) {
    if (latestDay.epochDay() != epochDay) {
      latestDay = BusinessDay.of(epochDay);
    }
    return latestDay;
  }

  private SessionHeaders session(FrameOrigin origin) {
    if (!latestSession.isOf(origin)) {
      latestSession = new SessionHeaders(origin.trId(), origin.session());
    }
    return latestSession;
  }
}
