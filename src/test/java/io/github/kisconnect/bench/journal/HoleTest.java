package io.github.kisconnect.bench.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

/** What is read from a record of the gap topic. */
class HoleTest {

  private static GenericRecord gap(Long to) throws Exception {
    GenericRecord gap =
        new GenericData.Record(new Schema.Parser().parse(Path.of("avro", "Gap.avsc").toFile()));
    gap.put("MKSC_SHRN_ISCD", "005930");
    gap.put("REASON", "RESTART");
    gap.put("FROM_MICROS", 1_500_000L);
    gap.put("TO_MICROS", to);
    return gap;
  }

  @Test
  void lastsFromItsBeginToItsEnd() throws Exception {
    Hole hole = Hole.of(gap(4_000_000L));
    assertThat(hole.ticker()).isEqualTo("005930");
    assertThat(hole.from()).isEqualTo(Instant.ofEpochMilli(1500));
    assertThat(hole.lasting()).contains(Duration.ofMillis(2500));
  }

  @Test
  void lastsNobodyKnowsHowLongWithoutAnEnd() throws Exception {
    assertThat(Hole.of(gap(null)).lasting()).isEmpty();
  }

  @Test
  void isClosedByALaterRecordOfTheSameTickerReasonAndBegin() throws Exception {
    assertThat(Hole.of(gap(4_000_000L)).isSame(Hole.of(gap(null)))).isTrue();
    GenericRecord later = gap(4_000_000L);
    later.put("FROM_MICROS", 1_500_001L);
    assertThat(Hole.of(later).isSame(Hole.of(gap(null)))).isFalse();
  }
}
