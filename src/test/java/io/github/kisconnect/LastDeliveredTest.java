package io.github.kisconnect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.record.SourceOffsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What stored offsets say about earlier runs. */
class LastDeliveredTest {

  private static final long MICROS = 1_780_000_000_000_000L;

  private final FakeContext stored = new FakeContext(Map::of);

  @Test
  void knowsTheTickersThatHaveASensibleOffset() {
    stored.store(SourceOffsets.partition("005930"), Map.of("received_at", MICROS));
    stored.store(SourceOffsets.partition("000660"), Map.of("received_at", "yesterday"));
    stored.store(SourceOffsets.partition("035420"), Map.of("received_at", MICROS / 1_000));
    stored.store(SourceOffsets.partition("068270"), Map.of());
    stored.store(SourceOffsets.partition("373220"), Map.of("received_at", MICROS));

    assertThat(
            LastDelivered.receivedAt(
                LastDelivered.offsets(
                    List.of("005930", "000660", "035420", "068270", "105560"), stored)))
        .containsExactly(Map.entry("005930", MICROS));
  }
}
