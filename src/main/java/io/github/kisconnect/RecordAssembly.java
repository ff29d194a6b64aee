package io.github.kisconnect;

import io.github.kisconnect.config.KisTaskConfig;
import io.github.kisconnect.gap.Gap;
import io.github.kisconnect.record.GapRecordFactory;
import io.github.kisconnect.record.MalformedRecordFactory;
import io.github.kisconnect.record.RecordFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Turns deliveries and holes into records of their topics. On the task thread.
 *
 * <p>A hole carries the offset that its ticker has anyway. It moves nothing, but Connect stores the
 * offset of no later record of the ticker before the hole is in its topic: a worker that dies in
 * between leaves an offset from which the next start reports the hole again. The hole of a ticker
 * that has no offset yet has nothing to carry; made up, one could be stored that hides records.
 */
final class RecordAssembly {

  private final RecordFactory trades;
  private final Optional<MalformedRecordFactory> malformed;
  private final Optional<GapRecordFactory> gaps;
  private final Map<String, Map<String, ?>> offsets;

  private RecordAssembly(
      RecordFactory trades,
      Optional<MalformedRecordFactory> malformed,
      Optional<GapRecordFactory> gaps,
      Map<String, Map<String, Object>> offsets) {
    this.trades = trades;
    this.malformed = malformed;
    this.gaps = gaps;
    this.offsets = new HashMap<>(offsets);
  }

  /**
   * @param offsets stored offset by ticker, for tickers that have one
   */
  static RecordAssembly of(KisTaskConfig config, Map<String, Map<String, Object>> offsets) {
    return new RecordAssembly(
        new RecordFactory(config.topic(), config.decimalMode()),
        config.malformedTopic().map(MalformedRecordFactory::new),
        config.gapTopic().map(GapRecordFactory::new),
        offsets);
  }

  /**
   * Adds nothing where there is no topic for holes.
   *
   * @param polledMicros microseconds since the epoch
   */
  void addGaps(List<Gap> holes, long polledMicros, List<SourceRecord> records) {
    gaps.ifPresent(
        factory ->
            holes.forEach(
                hole ->
                    records.add(factory.record(hole, offsets.get(hole.ticker()), polledMicros))));
  }

  /**
   * Adds the records of deliveries that Connect asked for at this time.
   *
   * @param polledMicros microseconds since the epoch
   */
  void addDeliveries(List<Delivery> deliveries, long polledMicros, List<SourceRecord> records) {
    for (Delivery delivery : deliveries) {
      if (delivery instanceof Delivery.Trade trade) {
        addTrade(trade, polledMicros, records);
      } else if (delivery instanceof Delivery.Malformed bytes) {
        malformed.ifPresent(
            factory -> records.add(factory.record(bytes.rejected(), bytes.origin())));
      }
    }
  }

  private void addTrade(Delivery.Trade trade, long polledMicros, List<SourceRecord> records) {
    final SourceRecord record =
        trades.record(trade.trade(), trade.origin(), trade.index(), polledMicros);
    records.add(record);
    offsets.put(trade.trade().ticker(), record.sourceOffset());
  }
}
