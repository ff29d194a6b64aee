package io.github.kisconnect.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The yardstick of decoding must do the same work. */
class SplitDecoderTest {

  @ParameterizedTest
  @CsvSource({"1, 45", "1, 46", "2, 45", "20, 46"})
  void theYardstickMakesEqualRecords(int recordsPerFrame, int width) {
    Sample sample = new Sample(recordsPerFrame, width);
    SplitDecoder split = new SplitDecoder(Sample.TOPIC);
    List<List<Object>> records = new ArrayList<>();
    List<List<Object>> recordsBySplit = new ArrayList<>();
    int number = 0;
    for (byte[] frame : sample.frames()) {
      number++;
      sample.assemble(
          sample.decode(frame).trades(),
          Sample.origin(number),
          record -> records.add(content(record)));
      split.decode(frame, Sample.origin(number), record -> recordsBySplit.add(content(record)));
    }
    assertThat(records).hasSize(SampleFeed.RECORDS);
    assertThat(recordsBySplit).isEqualTo(records);
  }

  private static List<Object> content(SourceRecord record) {
    return List.of(
        record.topic(),
        record.sourcePartition(),
        record.sourceOffset(),
        record.key(),
        record.value(),
        record.timestamp(),
        record.headers());
  }
}
