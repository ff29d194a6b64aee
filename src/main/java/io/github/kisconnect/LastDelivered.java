package io.github.kisconnect;

import io.github.kisconnect.record.SourceOffsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/** What earlier runs delivered, read from the stored source offsets at the start of a task. */
final class LastDelivered {

  private LastDelivered() {}

  /** The offset of the last delivered record by ticker, where there is one that makes sense. */
  static Map<String, Map<String, Object>> offsets(
      List<String> tickers, OffsetStorageReader reader) {
    final Map<Map<String, String>, Map<String, Object>> stored =
        reader.offsets(tickers.stream().map(SourceOffsets::partition).toList());
    final Map<String, Map<String, Object>> offsets = new HashMap<>();
    for (String ticker : tickers) {
      final Map<String, Object> offset = stored.get(SourceOffsets.partition(ticker));
      if (SourceOffsets.receivedAt(offset).isPresent()) {
        offsets.put(ticker, offset);
      }
    }
    return offsets;
  }

  /** When the last delivered record of each ticker was received, microseconds since the epoch. */
  static Map<String, Long> receivedAt(Map<String, Map<String, Object>> offsets) {
    return offsets.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> SourceOffsets.receivedAt(entry.getValue()).orElseThrow()));
  }
}
