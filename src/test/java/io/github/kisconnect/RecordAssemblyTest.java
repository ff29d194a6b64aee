package io.github.kisconnect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.config.KisTaskConfig;
import io.github.kisconnect.gap.GapReason;
import io.github.kisconnect.protocol.DecodedFrame.IndexedTrade;
import io.github.kisconnect.protocol.FrameOrigin;
import io.github.kisconnect.protocol.RejectReason;
import io.github.kisconnect.protocol.RejectedRecord;
import io.github.kisconnect.record.TradeFrames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

/** Which topic gets what, and in which order. */
class RecordAssemblyTest {

  private static final FrameOrigin ORIGIN =
      new FrameOrigin("H0STANC0", "s1", 7, 1_780_000_000_000_000L);
  private static final IndexedTrade TRADE = TradeFrames.trades(TradeFrames.OF_2024).get(0);
  private static final List<Delivery> DELIVERIES =
      List.of(
          new Delivery.Malformed(
              new RejectedRecord(RejectReason.BAD_VALUE, "x", "y".getBytes(UTF_8), 0, null),
              ORIGIN),
          new Delivery.Trade(TRADE.trade(), ORIGIN, TRADE.index()));

  private static final Map<String, Map<String, Object>> STORED =
      Map.of("005930", Map.of("received_at", 1_770_000_000_000_000L));

  private static final long POLLED = 1_780_000_000_000_250L;

  private final List<SourceRecord> records = new ArrayList<>();

  @Test
  void givesEachKindItsTopicAndKeepsTheOrder() {
    final RecordAssembly assembly = assembly("gap.topic", "gaps", "malformed.topic", "malformed");

    assembly.addGaps(List.of(Gaps.of("005930", GapReason.PAUSE)), POLLED, records);
    assembly.addDeliveries(DELIVERIES, POLLED, records);

    assertThat(records)
        .extracting(SourceRecord::topic)
        .containsExactly("gaps", "malformed", "trades");
  }

  @Test
  void leavesOutWhatHasNoTopic() {
    final RecordAssembly assembly = assembly();

    assembly.addGaps(List.of(Gaps.of("005930", GapReason.PAUSE)), POLLED, records);
    assembly.addDeliveries(DELIVERIES, POLLED, records);

    assertThat(records).extracting(SourceRecord::topic).containsExactly("trades");
  }

  @Test
  void letsNoLaterOffsetBeStoredBeforeAHole() {
    final RecordAssembly assembly = assembly("gap.topic", "gaps");

    assembly.addGaps(List.of(Gaps.of("005930", GapReason.RESTART)), POLLED, records);
    assembly.addDeliveries(DELIVERIES, POLLED, records);
    assembly.addGaps(List.of(Gaps.of("005930", GapReason.OVERFLOW)), POLLED, records);
    assembly.addGaps(List.of(Gaps.of("000660", GapReason.OVERFLOW)), POLLED, records);

    final SourceRecord trade = records.get(1);
    assertThat(records.get(0).sourcePartition()).isEqualTo(trade.sourcePartition());
    assertThat(records.get(0).sourceOffset()).isEqualTo(STORED.get("005930"));
    assertThat(records.get(2).sourcePartition()).isEqualTo(trade.sourcePartition());
    assertThat(records.get(2).sourceOffset()).isEqualTo(trade.sourceOffset());
    assertThat(records.get(3).sourcePartition()).isNull();
    assertThat(records.get(3).sourceOffset()).isNull();
  }

  private static RecordAssembly assembly(String... changes) {
    return RecordAssembly.of(new KisTaskConfig(TaskProperties.task(changes)), STORED);
  }
}
