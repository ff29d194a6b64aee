package io.github.kisconnect.record;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.protocol.FrameOrigin;
import io.github.kisconnect.protocol.RejectReason;
import io.github.kisconnect.protocol.RejectedRecord;
import java.util.Arrays;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;

/** What could not be decoded, as a record of the malformed topic. */
class MalformedRecordFactoryTest {

  private static final FrameOrigin ORIGIN =
      new FrameOrigin("H0STANC0", "s-1", 7, 1_783_381_890_123_456L);
  private static final byte[] BYTES = "005930^08\u00a3\u00ac\u00001".getBytes(ISO_8859_1);

  private final MalformedRecordFactory factory = new MalformedRecordFactory("malformed");

  @Test
  void keepsTheBytesAndSaysWhereTheyCameFrom() {
    SourceRecord record = factory.record(rejected(BYTES, "005930"), ORIGIN);

    assertThat(record.topic()).isEqualTo("malformed");
    assertThat(record.key()).isEqualTo("005930");
    assertThat(record.timestamp()).isEqualTo(1_783_381_890_123L);
    Struct value = (Struct) record.value();
    value.validate();
    assertThat(value.getBytes("RAW_BYTES")).isEqualTo(BYTES);
    assertThat(value.get("RAW_LENGTH")).isEqualTo(BYTES.length);
    assertThat(value.get("REASON")).isEqualTo("BAD_VALUE");
    assertThat(value.get("DETAIL")).isEqualTo("The time is no time.");
    assertThat(value.get("MKSC_SHRN_ISCD")).isEqualTo("005930");
    assertThat(value.get("TR_ID")).isEqualTo("H0STANC0");
    assertThat(value.get("RECEIVED_AT_MICROS")).isEqualTo(1_783_381_890_123_456L);
    assertThat(value.get("SESSION")).isEqualTo("s-1");
    assertThat(value.get("FRAME")).isEqualTo(7L);
    assertThat(value.get("RECORD_INDEX")).isEqualTo(1);
  }

  @Test
  void hasOneKeySchemaWhetherATickerIsKnownOrNot() {
    SourceRecord known = factory.record(rejected(BYTES, "005930"), ORIGIN);
    SourceRecord unknown = factory.record(rejected(BYTES, null), ORIGIN);

    assertThat(unknown.key()).isNull();
    assertThat(unknown.keySchema())
        .isEqualTo(known.keySchema())
        .isEqualTo(Schema.OPTIONAL_STRING_SCHEMA);
    ((Struct) unknown.value()).validate();
  }

  @ParameterizedTest
  @NullAndEmptySource
  void hasNoTrWhereTheFrameNamesNone(String trId) {
    SourceRecord record = factory.record(rejected(BYTES, null), new FrameOrigin(trId, "s-1", 7, 1));

    assertThat(((Struct) record.value()).get("TR_ID")).isNull();
  }

  @Test
  void cutsWhatWouldNotFitIntoAMessageAndKeepsItsLength() {
    byte[] frame = new byte[1024 * 1024];
    Arrays.fill(frame, (byte) '^');

    Struct value = (Struct) factory.record(rejected(frame, null), ORIGIN).value();

    assertThat(value.getBytes("RAW_BYTES")).hasSize(512 * 1024).containsOnly('^');
    assertThat(value.get("RAW_LENGTH")).isEqualTo(1024 * 1024);
  }

  @Test
  void carriesNoSourceOffset() {
    SourceRecord record = factory.record(rejected(BYTES, "005930"), ORIGIN);

    assertThat(record.sourcePartition()).isNull();
    assertThat(record.sourceOffset()).isNull();
  }

  @Test
  void documentsEveryReason() {
    assertThat(MalformedSchema.schema().field("REASON").schema().doc())
        .contains("UNREADABLE_FRAME", "BAD_VALUE");
  }

  private static RejectedRecord rejected(byte[] bytes, String ticker) {
    return new RejectedRecord(RejectReason.BAD_VALUE, "The time is no time.", bytes, 1, ticker);
  }
}
