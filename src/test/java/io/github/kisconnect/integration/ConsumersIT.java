package io.github.kisconnect.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.consumers.LatestPrices;
import io.github.kisconnect.protocol.ExpectedTradeField;
import io.github.kisconnect.quickstart.stack.LocalStack;
import io.github.kisconnect.simulator.Corruption;
import io.github.kisconnect.simulator.Fault;
import io.github.kisconnect.simulator.KisSimulator;
import io.github.kisconnect.simulator.LedgerRecord;
import io.github.kisconnect.simulator.LedgerRecord.Outcome;
import io.github.kisconnect.simulator.SimulatedSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import picocli.CommandLine;

/** What consumers make of the topics, against what the simulator sent. */
@ExtendWith(SharedStack.class)
class ConsumersIT {

  private static final List<ExpectedTradeField> TABLE = List.of(ExpectedTradeField.values());
  private static final List<String> TICKERS = List.of("000660", "005930", "035420");
  private static final String SPOILT = TICKERS.get(0);

  /** A ticker whose records are written by hand. */
  private static final String BY_HAND = "068270";

  private static final LocalDate HAND_DATE = LocalDate.of(2025, 1, 2);

  @Test
  void tellPricesAuctionsAndHolesAsTheyWere(LocalStack stack)
      throws IOException, InterruptedException {
    try (KisSimulator simulator =
            KisSimulator.builder()
                .appKey("PS-consumers", "secret")
                .occupiedAfterUncleanClose(Duration.ZERO)
                .start();
        ConnectorUnderTest connector =
            new ConnectorUnderTest(stack, "consumers", simulator)
                .credentials("PS-consumers", "secret")
                .tickers(TICKERS);
        HandWrittenTopics byHand = new HandWrittenTopics(stack, connector)) {
      byHand.registerSchemas();
      playAnAuctionWithHoles(simulator, connector);
      writeAClosingAuction(byHand);

      final List<Sent> sent = sent(simulator);
      assertThat(sent).extracting(Sent::ticker).containsExactlyElementsOf(TICKERS);
      final List<List<List<String>>> tables = flink(stack, connector);
      assertThat(tables).hasSize(2);
      assertThat(tables.get(0))
          .extracting(row -> String.join(" ", row.get(0), row.get(1), row.get(4), row.get(7)))
          .containsExactlyElementsOf(
              Stream.concat(
                      sent.stream().map(Sent::latest),
                      Stream.of(String.join(" ", BY_HAND, HAND_DATE.toString(), "71000", "900")))
                  .toList());
      assertThat(tables.get(1))
          .extracting(row -> String.join(" ", row))
          .containsExactlyElementsOf(
              Stream.concat(
                      sent.stream().map(Sent::auction),
                      Stream.of(BY_HAND + " 2025-01-02 A 70000 100 71000 900 2 1 7"))
                  .toList());
      assertThat(plainConsumer(stack, connector))
          .containsExactlyElementsOf(
              Stream.concat(
                      sent.stream().map(Sent::line),
                      Stream.of(BY_HAND + " 2025-01-02 15:29 A 71,000 900 2 4 7"))
                  .toList());
      assertThat(byHand.versions(connector.topic())).isEqualTo("[1]");
      assertThat(byHand.versions(connector.gapTopic())).isEqualTo("[1]");
    }
  }

  /** One ticker has a record that cannot be decoded, all of them a lost connection. */
  private static void playAnAuctionWithHoles(KisSimulator simulator, ConnectorUnderTest connector) {
    connector.run(1);
    final SimulatedSession first = simulator.awaitSession(ConnectorUnderTest.DEADLINE);
    simulator.awaitSubscribed(TICKERS, ConnectorUnderTest.DEADLINE);
    TICKERS.forEach(ticker -> simulator.sendRecords(ticker, 5));
    simulator.inject(new Fault.Corrupt(Corruption.HUGE_NUMBER));
    simulator.sendRecords(SPOILT, 3);
    connector.read(connector.malformedTopic(), 1);
    first.drop();
    simulator.awaitSessionAfter(first, ConnectorUnderTest.DEADLINE);
    simulator.awaitSubscribed(TICKERS, ConnectorUnderTest.DEADLINE);
    TICKERS.forEach(ticker -> simulator.sendRecords(ticker, 4));
    connector.read(connector.topic(), 3 * 5 + 2 + 3 * 4);
    connector.read(connector.gapTopic(), TICKERS.size() + 1);
  }

  /**
   * Of the holes only the third touches the auction, which lasts to 15:30: the first ends before
   * 15:20, as does the second when it is told again with its end, and the last begins too late.
   */
  private static void writeAClosingAuction(HandWrittenTopics topics) {
    final Instant begin = Instant.parse("2025-01-02T06:20:00Z");
    topics.trade(BY_HAND, indication(LocalTime.of(15, 21), 70_000, 100), micros(begin, 60));
    topics.trade(BY_HAND, indication(LocalTime.of(15, 29), 71_000, 900), micros(begin, 540));
    topics.gap(BY_HAND, hole("RESTART", micros(begin, -90), micros(begin, -1), null));
    topics.gap(BY_HAND, hole("DISCONNECT", micros(begin, -60), null, null));
    topics.gap(BY_HAND, hole("DISCONNECT", micros(begin, -60), micros(begin, -30), null));
    topics.gap(BY_HAND, hole("OVERFLOW", micros(begin, 599), micros(begin, 620), 7L));
    topics.gap(BY_HAND, hole("REJECTED", micros(begin, 601), null, null));
  }

  private static Map<String, Object> indication(LocalTime time, long price, long volume) {
    return Map.of(
        "BSOP_DATE",
        Math.toIntExact(HAND_DATE.toEpochDay()),
        "STCK_CNTG_HOUR",
        Math.toIntExact(TimeUnit.SECONDS.toMillis(time.toSecondOfDay())),
        "STCK_PRPR",
        price,
        "ACML_VOL",
        volume,
        "HOUR_CLS_CODE",
        "A");
  }

  private static Map<String, Object> hole(String reason, long from, Long to, Long lost) {
    final Map<String, Object> fields = new HashMap<>();
    fields.put("REASON", reason);
    fields.put("FROM_MICROS", from);
    fields.put("TO_MICROS", to);
    fields.put("RECORDS_LOST", lost);
    fields.put("DETAIL", "Written by hand.");
    return fields;
  }

  private static long micros(Instant begin, long secondsLater) {
    return TimeUnit.SECONDS.toMicros(begin.getEpochSecond() + secondsLater);
  }

  private static List<List<List<String>>> flink(LocalStack stack, ConnectorUnderTest connector)
      throws IOException, InterruptedException {
    return new FlinkJob()
        .run(
            List.of(
                "src/flink/sql/tables.sql",
                "src/flink/sql/latest-prices.sql",
                "src/flink/sql/auctions.sql",
                "bootstrap.servers=" + stack.bootstrapServers(),
                "schema.registry.url=" + stack.registry().url(),
                "topic=" + connector.topic(),
                "gap.topic=" + connector.gapTopic()));
  }

  /** The lines that it prints, without the headings, with one blank between the columns. */
  private static List<String> plainConsumer(LocalStack stack, ConnectorUnderTest connector) {
    final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    final int exitCode =
        new CommandLine(new LatestPrices(new PrintStream(printed, true, StandardCharsets.UTF_8)))
            .execute(
                "--bootstrap-servers=" + stack.bootstrapServers(),
                "--schema-registry=" + stack.registry().url(),
                "--topic=" + connector.topic(),
                "--gap-topic=" + connector.gapTopic());
    assertThat(exitCode).isZero();
    return printed
        .toString(StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .map(line -> Arrays.stream(line.strip().split(" +")).collect(Collectors.joining(" ")))
        .toList();
  }

  private static List<Sent> sent(KisSimulator simulator) {
    final Map<String, List<LedgerRecord>> byTicker =
        simulator.ledger().records(Outcome.WRITTEN).stream()
            .collect(Collectors.groupingBy(LedgerRecord::ticker));
    return byTicker.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> new Sent(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** What the simulator sent of a ticker, in the words of the consumers. */
  private record Sent(String ticker, List<LedgerRecord> all) {

    private List<LedgerRecord> intact() {
      return all.stream().filter(LedgerRecord::intact).toList();
    }

    private long lost() {
      return all.stream().filter(record -> !record.intact()).count();
    }

    private long holes() {
      return lost() + 1;
    }

    private String field(int from, ExpectedTradeField field) {
      final List<LedgerRecord> records = intact();
      final LedgerRecord sent = records.get(from < 0 ? records.size() + from : from);
      return sent.fields().get(TABLE.indexOf(field));
    }

    private LocalDate date() {
      return LocalDate.parse(
          field(-1, ExpectedTradeField.BSOP_DATE), DateTimeFormatter.BASIC_ISO_DATE);
    }

    private LocalTime time() {
      return LocalTime.parse(
          field(-1, ExpectedTradeField.STCK_CNTG_HOUR), DateTimeFormatter.ofPattern("HHmmss"));
    }

    private long price(int from) {
      return Long.parseLong(field(from, ExpectedTradeField.STCK_PRPR));
    }

    private long volume(int from) {
      return Long.parseLong(field(from, ExpectedTradeField.ACML_VOL));
    }

    String latest() {
      return "%s %s %d %d".formatted(ticker, date(), price(-1), volume(-1));
    }

    String auction() {
      return "%s %s B %d %d %d %d %d %d %d"
          .formatted(
              ticker,
              date(),
              price(0),
              volume(0),
              price(-1),
              volume(-1),
              intact().size(),
              holes(),
              lost());
    }

    String line() {
      return "%s %s %s B %,d %,d %d %d %d"
          .formatted(
              ticker, date(), time(), price(-1), volume(-1), intact().size(), holes(), lost());
    }
  }
}
