package io.github.kisconnect.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kisconnect.protocol.DecodedFrame.IndexedTrade;
import io.github.kisconnect.protocol.FrameOrigin;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

/** A decoded trade as a record of the topic. */
class RecordFactoryTest {

  private static final FrameOrigin ORIGIN =
      new FrameOrigin("H0STANC0", "s-1", 7, 1_783_581_890_123_456L);

  private final RecordFactory factory = new RecordFactory("trades", DecimalMode.PRECISE);

  @Test
  void isKeyedByTickerAndStampedWithTheTimeOfTheIndicationInSeoul() {
    SourceRecord record = only(TradeFrames.OF_2024);

    assertThat(record.topic()).isEqualTo("trades");
    assertThat(record.kafkaPartition()).isNull();
    assertThat(record.keySchema()).isEqualTo(Schema.STRING_SCHEMA);
    assertThat(record.key()).isEqualTo("005930");
    assertThat(Instant.ofEpochMilli(record.timestamp()))
        .isEqualTo(Instant.parse("2024-04-26T08:49:45+09:00"));
  }

  @Test
  void stampsATradeFromTheFutureWithItsReceipt() {
    SourceRecord record = only(TradeFrames.OF_2024.replace("20240426", "20990426"));

    assertThat(record.timestamp()).isEqualTo(1_783_581_890_123L);
    assertThat(record.sourceOffset().get("business_date")).isEqualTo("20990426");
  }

  @Test
  void hasTheStructAsValue() {
    SourceRecord record = only(TradeFrames.OF_2024);

    Struct value = (Struct) record.value();
    value.validate();
    assertThat(record.valueSchema()).isSameAs(value.schema());
    assertThat(value.get("STCK_PRPR")).isEqualTo(77600L);
    assertThat(value.get("PRDY_CTRT")).isEqualTo(new BigDecimal("1.70"));
  }

  @Test
  void isIdentifiedByItsHeaders() {
    IndexedTrade second = TradeFrames.trades(TradeFrames.OF_2026).get(1);

    SourceRecord record = factory.record(second.trade(), ORIGIN, second.index(), 0);

    assertThat(StreamSupport.stream(record.headers().spliterator(), false).map(Header::key))
        .containsExactly("kis.tr.id", "kis.received.at", "kis.session", "kis.frame", "kis.index");
    assertHeader(record, "kis.tr.id", Schema.STRING_SCHEMA, "H0STANC0");
    assertHeader(record, "kis.received.at", Schema.INT64_SCHEMA, 1_783_581_890_123_456L);
    assertHeader(record, "kis.session", Schema.STRING_SCHEMA, "s-1");
    assertHeader(record, "kis.frame", Schema.INT64_SCHEMA, 7L);
    assertHeader(record, "kis.index", Schema.INT32_SCHEMA, 1);
  }

  @Test
  void followsTheSessionOfEachRecord() {
    IndexedTrade trade = TradeFrames.trades(TradeFrames.OF_2024).get(0);
    FrameOrigin next = new FrameOrigin("H0STANC0", "s-2", 1, 1_783_581_990_123_456L);

    assertHeader(only(TradeFrames.OF_2024), "kis.session", Schema.STRING_SCHEMA, "s-1");
    SourceRecord record = factory.record(trade.trade(), next, trade.index(), 0);
    assertHeader(record, "kis.session", Schema.STRING_SCHEMA, "s-2");
    assertHeader(record, "kis.frame", Schema.INT64_SCHEMA, 1L);
    assertThat(record.sourceOffset().get("session")).isEqualTo("s-2");
    assertHeader(only(TradeFrames.OF_2024), "kis.session", Schema.STRING_SCHEMA, "s-1");
  }

  @Test
  void carriesTheOffsetOfItsTicker() {
    SourceRecord record = only(TradeFrames.OF_2024);

    assertThat(record.sourcePartition()).isEqualTo(Map.of("tr_id", "H0STANC0", "tr_key", "005930"));
    assertThat(record.sourceOffset())
        .isEqualTo(
            Map.of(
                "business_date",
                "20240426",
                "time",
                "084945",
                "received_at",
                1_783_581_890_123_456L,
                "session",
                "s-1"));
  }

  @Test
  void followsTheDateOfEachRecord() {
    assertThat(only(TradeFrames.OF_2024).sourceOffset().get("business_date")).isEqualTo("20240426");
    SourceRecord full = only(TradeFrames.FULL);
    assertThat(full.sourceOffset().get("business_date")).isEqualTo("20260708");
    assertThat(Instant.ofEpochMilli(full.timestamp()))
        .isEqualTo(Instant.parse("2026-07-08T15:25:01+09:00"));
    assertThat(Instant.ofEpochMilli(only(TradeFrames.OF_2024).timestamp()))
        .isEqualTo(Instant.parse("2024-04-26T08:49:45+09:00"));
  }

  @Test
  void sharesNothingThatCanBeChanged() {
    SourceRecord one = only(TradeFrames.FULL);
    SourceRecord other = only(TradeFrames.FULL);

    for (String dated : List.of("BSOP_DATE", "STCK_CNTG_HOUR", "OPRC_HOUR")) {
      assertThat(((Struct) one.value()).get(dated))
          .isEqualTo(((Struct) other.value()).get(dated))
          .isNotSameAs(((Struct) other.value()).get(dated));
    }
    one.headers().clear();
    assertThat(other.headers()).hasSize(5);
    assertThatThrownBy(() -> one.sourcePartition().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> one.sourceOffset().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void sharesTheSourcePartitionOfATicker() {
    assertThat(only(TradeFrames.OF_2024).sourcePartition())
        .isSameAs(only(TradeFrames.FULL).sourcePartition());
  }

  private SourceRecord only(String frame) {
    List<IndexedTrade> trades = TradeFrames.trades(frame);
    assertThat(trades).hasSize(1);
    return factory.record(trades.get(0).trade(), ORIGIN, trades.get(0).index(), 0);
  }

  private static void assertHeader(SourceRecord record, String key, Schema schema, Object value) {
    Header header = record.headers().lastWithName(key);
    assertThat(header.schema()).isEqualTo(schema);
    assertThat(header.value()).isEqualTo(value);
  }
}
