package io.github.kisconnect.bench.yardstick;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

/** The connector that costs nothing. */
class ReadyMadeSourceTaskTest {

  @Test
  void givesRecordsLikeThoseOfTheProductAgainAndAgain() {
    ReadyMadeSourceTask task = new ReadyMadeSourceTask();
    task.start(Map.of("topic", "bench"));

    List<SourceRecord> records = task.poll();

    assertThat(records)
        .hasSize(1_000)
        .allSatisfy(
            record -> {
              assertThat(record.topic()).isEqualTo("bench");
              assertThat(((Struct) record.value()).getString("MKSC_SHRN_ISCD"))
                  .isEqualTo(record.key());
              assertThat(record.headers()).hasSize(5);
            });
    assertThat(records.stream().map(SourceRecord::key).distinct()).hasSizeGreaterThan(30);
    assertThat(task.poll()).isSameAs(records);
  }
}
