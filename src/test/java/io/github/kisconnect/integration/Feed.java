package io.github.kisconnect.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.protocol.ExpectedTradeField;
import io.github.kisconnect.quickstart.stack.AvroRecord;
import io.github.kisconnect.simulator.KisSimulator;
import io.github.kisconnect.simulator.LedgerRecord;
import io.github.kisconnect.simulator.LedgerRecord.Outcome;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.generic.GenericRecord;

/** Compares what a simulator put on the wire with what came out of Kafka, field by field. */
public final class Feed {

  private static final List<ExpectedTradeField> TABLE = List.of(ExpectedTradeField.values());
  private static final ZoneId KOREA = ZoneId.of("Asia/Seoul");
  private static final DateTimeFormatter HHMMSS = DateTimeFormatter.ofPattern("HHmmss");

  private Feed() {}

  /** Stops the data and says how many records are on the wire. */
  public static int stop(KisSimulator simulator) {
    simulator.rate(io.github.kisconnect.simulator.Rate.none());
    return Math.toIntExact(simulator.ledger().count(Outcome.WRITTEN));
  }

  /** Waits until at least so many records are on the wire. */
  public static void awaitSent(KisSimulator simulator, long records) {
    simulator.await(
        "Fewer than " + records + " records were sent",
        () -> simulator.ledger().count(Outcome.WRITTEN) >= records,
        Duration.ofSeconds(60));
  }

  /**
   * Per ticker: the same records in the same order, each field as it was sent, none missing, none
   * twice.
   */
  public static void assertDelivered(KisSimulator simulator, List<AvroRecord> records) {
    final Map<String, List<LedgerRecord>> sent =
        simulator.ledger().records(Outcome.WRITTEN).stream()
            .collect(Collectors.groupingBy(LedgerRecord::ticker));
    final Map<String, List<AvroRecord>> read =
        records.stream().collect(Collectors.groupingBy(AvroRecord::key));
    assertThat(read.keySet()).isEqualTo(sent.keySet());
    sent.forEach(
        (ticker, wire) -> {
          assertThat(read.get(ticker))
              .as("identities of %s", ticker)
              .extracting(Feed::identity)
              .doesNotHaveDuplicates();
          assertThat(read.get(ticker))
              .as("fields of %s", ticker)
              .extracting(record -> fields(record.value()))
              .containsExactlyElementsOf(wire.stream().map(Feed::fields).toList());
          assertThat(read.get(ticker))
              .as("timestamps of %s", ticker)
              .extracting(AvroRecord::timestamp)
              .containsExactlyElementsOf(wire.stream().map(Feed::timestamp).toList());
        });
  }

  /** Session, frame and index: what makes a record itself. */
  public static List<String> identity(AvroRecord record) {
    return List.of(
        record.headers().get("kis.session"),
        record.headers().get("kis.frame"),
        record.headers().get("kis.index"));
  }

  /** The 45 fields, then the extra ones, as text of the wire; nulls as empty text. */
  private static List<String> fields(LedgerRecord sent) {
    final List<String> fields = new ArrayList<>(sent.fields());
    for (ExpectedTradeField field :
        List.of(
            ExpectedTradeField.OPRC_HOUR,
            ExpectedTradeField.HGPR_HOUR,
            ExpectedTradeField.LWPR_HOUR)) {
      if (fields.get(TABLE.indexOf(field)).equals("000000")) {
        fields.set(TABLE.indexOf(field), "");
      }
    }
    return fields;
  }

  private static List<String> fields(GenericRecord value) {
    final List<String> fields = new ArrayList<>();
    for (ExpectedTradeField field : ExpectedTradeField.values()) {
      fields.add(text(field, value.get(field.name())));
    }
    if (value.get("EXTRA_FIELDS") instanceof List<?> extra) {
      extra.forEach(field -> fields.add(field.toString()));
    }
    return fields;
  }

  private static String text(ExpectedTradeField field, Object value) {
    if (value == null) {
      return "";
    }
    return switch (field.type()) {
      case TEXT, CODE, KRW, QUANTITY -> value.toString();
      case TIME -> HHMMSS.format(LocalTime.ofNanoOfDay((Integer) value * 1_000_000L));
      case DATE -> DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.ofEpochDay((Integer) value));
      case DECIMAL2 -> decimal((ByteBuffer) value);
    };
  }

  private static String decimal(ByteBuffer value) {
    final byte[] bytes = new byte[value.remaining()];
    value.duplicate().get(bytes);
    return new BigDecimal(new BigInteger(bytes), 2).toPlainString();
  }

  private static long timestamp(LedgerRecord sent) {
    final LocalDate date =
        LocalDate.parse(
            sent.fields().get(TABLE.indexOf(ExpectedTradeField.BSOP_DATE)),
            DateTimeFormatter.BASIC_ISO_DATE);
    final LocalTime time =
        LocalTime.parse(
            sent.fields().get(TABLE.indexOf(ExpectedTradeField.STCK_CNTG_HOUR)), HHMMSS);
    return date.atTime(time).atZone(KOREA).toInstant().toEpochMilli();
  }
}
