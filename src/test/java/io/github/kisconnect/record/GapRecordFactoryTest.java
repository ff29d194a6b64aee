package io.github.kisconnect.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.gap.Gap;
import io.github.kisconnect.gap.GapReason;
import java.util.OptionalLong;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

/** A gap as a record of the gap topic. */
class GapRecordFactoryTest {

  private static final long FROM = 1_783_381_890_000_001L;
  private static final long TO = 1_783_381_899_999_999L;
  private static final long NOW = TO + 1_000_000;

  private final GapRecordFactory factory = new GapRecordFactory("gaps");

  @Test
  void tellsEverythingThatIsKnown() {
    SourceRecord record =
        factory.record(
            new Gap(
                "005930",
                GapReason.OVERFLOW,
                FROM,
                OptionalLong.of(TO),
                OptionalLong.of(12),
                "s-1",
                "The queue was full."),
            null,
            NOW);

    assertThat(record.topic()).isEqualTo("gaps");
    assertThat(record.keySchema()).isEqualTo(Schema.STRING_SCHEMA);
    assertThat(record.key()).isEqualTo("005930");
    assertThat(record.timestamp()).isEqualTo(TO / 1000);
    Struct value = (Struct) record.value();
    value.validate();
    assertThat(value.get("MKSC_SHRN_ISCD")).isEqualTo("005930");
    assertThat(value.get("REASON")).isEqualTo("OVERFLOW");
    assertThat(value.get("FROM_MICROS")).isEqualTo(FROM);
    assertThat(value.get("TO_MICROS")).isEqualTo(TO);
    assertThat(value.get("RECORDS_LOST")).isEqualTo(12L);
    assertThat(value.get("SESSION")).isEqualTo("s-1");
    assertThat(value.get("DETAIL")).isEqualTo("The queue was full.");
  }

  @Test
  void isNullWhereNothingIsKnownAndStampedWithItsStartWhereItHasNoEnd() {
    SourceRecord record =
        factory.record(
            new Gap(
                "005930",
                GapReason.REJECTED,
                FROM,
                OptionalLong.empty(),
                OptionalLong.empty(),
                "",
                "KIS refused the ticker."),
            null,
            NOW);

    assertThat(record.timestamp()).isEqualTo(FROM / 1000);
    Struct value = (Struct) record.value();
    value.validate();
    assertThat(value.get("TO_MICROS")).isNull();
    assertThat(value.get("RECORDS_LOST")).isNull();
    assertThat(value.get("SESSION")).isNull();
  }

  @Test
  void carriesNoSourceOffsetWhereItsTickerHasNone() {
    SourceRecord record =
        factory.record(
            new Gap(
                "005930",
                GapReason.RESTART,
                FROM,
                OptionalLong.of(TO),
                OptionalLong.empty(),
                "s-1",
                "The task did not run."),
            null,
            NOW);

    assertThat(record.sourcePartition()).isNull();
    assertThat(record.sourceOffset()).isNull();
  }

  @Test
  void documentsEveryReason() {
    assertThat(GapSchema.schema().field("REASON").schema().doc())
        .contains("DISCONNECT", "RESTART", "OVERFLOW", "REJECTED", "SESSION_FULL", "MALFORMED");
  }

  @Test
  void isStampedNoLaterThanNow() {
    Gap future =
        new Gap(
            "005930",
            GapReason.RESTART,
            FROM,
            OptionalLong.empty(),
            OptionalLong.empty(),
            "",
            "The task did not run.");

    assertThat(factory.record(future, null, FROM - 5_000_000).timestamp())
        .isEqualTo((FROM - 5_000_000) / 1000);
  }
}
