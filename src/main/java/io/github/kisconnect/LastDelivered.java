package io.github.kisconnect;

import io.github.kisconnect.record.SourceOffsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/** What earlier runs delivered, read from the stored source offsets at the start of a task. */
final class LastDelivered {

  private LastDelivered() {}

  /** Receipt of the last delivered record by ticker, for tickers that have a sensible offset. */
  static Map<String, Long> receivedAt(List<String> tickers, OffsetStorageReader reader) {
    final Map<Map<String, String>, Map<String, Object>> offsets =
        reader.offsets(tickers.stream().map(SourceOffsets::partition).toList());
    final Map<String, Long> received = new HashMap<>();
    for (String ticker : tickers) {
      SourceOffsets.receivedAt(offsets.get(SourceOffsets.partition(ticker)))
          .ifPresent(at -> received.put(ticker, at));
    }
    return received;
  }
}
