package io.github.kisconnect;

import io.github.kisconnect.config.KisTaskConfig;
import io.github.kisconnect.gap.Gap;
import io.github.kisconnect.record.GapRecordFactory;
import io.github.kisconnect.record.MalformedRecordFactory;
import io.github.kisconnect.record.RecordFactory;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.connect.source.SourceRecord;

/** Turns deliveries and holes into records of their topics. On the task thread. */
final class RecordAssembly {

  private final RecordFactory trades;
  private final Optional<MalformedRecordFactory> malformed;
  private final Optional<GapRecordFactory> gaps;

  private RecordAssembly(
      RecordFactory trades,
      Optional<MalformedRecordFactory> malformed,
      Optional<GapRecordFactory> gaps) {
    this.trades = trades;
    this.malformed = malformed;
    this.gaps = gaps;
  }

  static RecordAssembly of(KisTaskConfig config) {
    return new RecordAssembly(
        new RecordFactory(config.topic(), config.decimalMode()),
        config.malformedTopic().map(MalformedRecordFactory::new),
        config.gapTopic().map(GapRecordFactory::new));
  }

  /** Adds nothing where there is no topic for holes. */
  void addGaps(List<Gap> holes, List<SourceRecord> records) {
    gaps.ifPresent(factory -> holes.forEach(hole -> records.add(factory.record(hole))));
  }

  void addDeliveries(List<Delivery> deliveries, List<SourceRecord> records) {
    for (Delivery delivery : deliveries) {
      if (delivery instanceof Delivery.Trade trade) {
        records.add(trades.record(trade.trade(), trade.origin(), trade.index()));
      } else if (delivery instanceof Delivery.Malformed bytes) {
        malformed.ifPresent(
            factory -> records.add(factory.record(bytes.rejected(), bytes.origin())));
      }
    }
  }
}
