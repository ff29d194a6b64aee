package io.github.kisconnect.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.protocol.ExpectedTradeField;
import io.github.kisconnect.quickstart.stack.AvroRecord;
import io.github.kisconnect.simulator.KisSimulator;
import io.github.kisconnect.simulator.LedgerRecord;
import io.github.kisconnect.simulator.LedgerRecord.Outcome;
import io.github.kisconnect.simulator.Rate;
import io.github.kisconnect.soak.Columns;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Compares what a simulator put on the wire with what came out of Kafka, field by field. */
public final class Feed {

  private static final List<ExpectedTradeField> TABLE = List.of(ExpectedTradeField.values());
  private static final ZoneId KOREA = ZoneId.of("Asia/Seoul");
  private static final DateTimeFormatter HHMMSS = DateTimeFormatter.ofPattern("HHmmss");

  private Feed() {}

  /** Stops the data and says how many records are on the wire. */
  public static int stop(KisSimulator simulator) {
    simulator.rate(Rate.none());
    return Math.toIntExact(simulator.ledger().count(Outcome.WRITTEN));
  }

  /** Waits until at least so many records are on the wire. */
  public static void awaitSent(KisSimulator simulator, long records) {
    simulator.await(
        "Fewer than " + records + " records were sent",
        () -> simulator.ledger().count(Outcome.WRITTEN) >= records,
        ConnectorUnderTest.DEADLINE);
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
              .extracting(record -> Columns.read(record.value()))
              .containsExactlyElementsOf(
                  wire.stream().map(entry -> Columns.sent(entry.fields())).toList());
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
