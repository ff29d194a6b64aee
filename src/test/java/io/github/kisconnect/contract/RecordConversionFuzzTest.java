package io.github.kisconnect.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.confluent.connect.avro.AvroData;
import io.github.kisconnect.protocol.DecodedFrame;
import io.github.kisconnect.protocol.DecodedFrame.IndexedTrade;
import io.github.kisconnect.protocol.ExpectedTradeField;
import io.github.kisconnect.protocol.Frame;
import io.github.kisconnect.protocol.FrameOrigin;
import io.github.kisconnect.protocol.FrameParser;
import io.github.kisconnect.protocol.RecordDecoder;
import io.github.kisconnect.protocol.RejectedRecord;
import io.github.kisconnect.protocol.Tickers;
import io.github.kisconnect.record.DecimalMode;
import io.github.kisconnect.record.MalformedRecordFactory;
import io.github.kisconnect.record.RecordFactory;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Timeout;

/** Whatever a frame holds: what comes out of it reaches the topics in Avro and in JSON. */
class RecordConversionFuzzTest {

  /** Far more than any input takes on the slowest machine, and far less than a runaway one. */
  private static final int TIMEOUT_SECONDS = 20;

  /** 2100 in microseconds: no record is from the future. */
  private static final long AFTER_EVERY_LEGAL_DATE = 4_102_444_800_000_000L;

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final Tickers TICKERS =
      new Tickers(List.of("005930", "000660", "0193T0", "Q500001"));

  private final AvroData avroData = new AvroData(10);
  private final JsonConverter json = new JsonConverter();
  private final List<RecordFactory> factories =
      Arrays.stream(DecimalMode.values()).map(mode -> new RecordFactory("trades", mode)).toList();
  private final MalformedRecordFactory malformed = new MalformedRecordFactory("malformed");

  RecordConversionFuzzTest() {
    json.configure(Map.of("schemas.enable", "false"), false);
  }

  @Timeout(TIMEOUT_SECONDS)
  @DictionaryFile(resourcePath = "/io/github/kisconnect/protocol/frames.dict")
  @FuzzTest
  void everyRecordIsConverted(byte[] message) {
    Frame frame = FrameParser.parse(message, message.length);
    if (frame instanceof Frame.Data data) {
      FrameOrigin origin = new FrameOrigin(data.trId(), "s-1", 1, AFTER_EVERY_LEGAL_DATE);
      convert(new RecordDecoder(TICKERS).decode(data, null), origin);
    } else if (frame instanceof Frame.Unreadable unreadable) {
      convert(DecodedFrame.of(unreadable), new FrameOrigin("H0STANC0", "s-1", 1, 1));
    }
  }

  private void convert(DecodedFrame decoded, FrameOrigin origin) {
    for (IndexedTrade trade : decoded.trades()) {
      for (RecordFactory factory : factories) {
        SourceRecord record = factory.record(trade.trade(), origin, trade.index(), 0);
        assertThat(record.key()).isEqualTo(trade.trade().ticker());
        assertThat(record.timestamp()).isEqualTo(eventTime(trade));
        survivesTheConverters(record);
      }
    }
    for (RejectedRecord rejected : decoded.rejected()) {
      survivesTheConverters(malformed.record(rejected, origin));
    }
  }

  private static long eventTime(IndexedTrade trade) {
    long day = trade.trade().number(ExpectedTradeField.BSOP_DATE);
    long millis = trade.trade().number(ExpectedTradeField.STCK_CNTG_HOUR);
    return LocalDate.ofEpochDay(day).atStartOfDay(SEOUL).toInstant().toEpochMilli() + millis;
  }

  private void survivesTheConverters(SourceRecord record) {
    Struct value = (Struct) record.value();
    value.validate();
    Object avro = avroData.fromConnectData(record.valueSchema(), value);
    SchemaAndValue back =
        avroData.toConnectData(avroData.fromConnectSchema(record.valueSchema()), avro);
    assertThat(back.schema()).isEqualTo(record.valueSchema());
    assertThat(Structs.fields(back.value())).isEqualTo(Structs.fields(value));
    byte[] text = json.fromConnectData(record.topic(), record.valueSchema(), value);
    assertThat(new String(text, StandardCharsets.UTF_8)).startsWith("{").endsWith("}");
  }
}
