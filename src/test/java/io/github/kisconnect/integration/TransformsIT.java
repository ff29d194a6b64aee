package io.github.kisconnect.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.quickstart.stack.AvroRecord;
import io.github.kisconnect.quickstart.stack.LocalStack;
import io.github.kisconnect.simulator.Corruption;
import io.github.kisconnect.simulator.Fault;
import io.github.kisconnect.simulator.KisSimulator;
import io.github.kisconnect.simulator.SimulatorEvent.Kind;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Kafka's own transformations and predicates on the connector's records. */
@ExtendWith(SharedStack.class)
class TransformsIT {

  private static final String TRANSFORMS = "org.apache.kafka.connect.transforms.";
  private static final String TICKER = "005930";

  @Test
  void insertsAndConvertsFields(LocalStack stack) {
    try (KisSimulator simulator = KisSimulator.builder().appKey("PS-insert", "secret").start();
        ConnectorUnderTest connector = connector(stack, "insert", simulator)) {
      connector
          .with("predicates", "isTrade")
          .with("predicates.isTrade.type", TRANSFORMS + "predicates.TopicNameMatches")
          .with("predicates.isTrade.pattern", connector.topic())
          .with("transforms", "source,date,time")
          .with("transforms.source.type", TRANSFORMS + "InsertField$Value")
          .with("transforms.source.static.field", "SOURCE")
          .with("transforms.source.static.value", "KIS")
          .with("transforms.source.predicate", "isTrade")
          .with("transforms.date.type", TRANSFORMS + "TimestampConverter$Value")
          .with("transforms.date.field", "BSOP_DATE")
          .with("transforms.date.target.type", "string")
          .with("transforms.date.format", "yyyyMMdd")
          .with("transforms.date.predicate", "isTrade")
          .with("transforms.time.type", TRANSFORMS + "TimestampConverter$Value")
          .with("transforms.time.field", "STCK_CNTG_HOUR")
          .with("transforms.time.target.type", "string")
          .with("transforms.time.format", "HHmmss")
          .with("transforms.time.predicate", "isTrade")
          .run(1);
      simulator.awaitSubscribed(List.of(TICKER), ConnectorUnderTest.DEADLINE);
      simulator.inject(new Fault.Corrupt(Corruption.BLANK_TIME));
      simulator.sendRecords(TICKER, 1);
      simulator.sendRecords(TICKER, 3);

      final List<AvroRecord> trades = connector.read(connector.topic(), 3);
      assertThat(trades)
          .allSatisfy(
              trade -> {
                assertThat(trade.value().get("SOURCE")).hasToString("KIS");
                assertThat(trade.value().get("BSOP_DATE").toString()).matches("20\\d{6}");
                assertThat(trade.value().get("STCK_CNTG_HOUR").toString()).matches("\\d{6}");
              });
      assertThat(connector.read(connector.malformedTopic(), 1))
          .first()
          .satisfies(each -> assertThat(each.value().getSchema().getField("SOURCE")).isNull());
    }
  }

  @Test
  void goesOnWhereAFilterTakesEveryTradeAway(LocalStack stack) throws Exception {
    try (KisSimulator simulator = KisSimulator.builder().appKey("PS-filter", "secret").start();
        ConnectorUnderTest connector = connector(stack, "filter", simulator)) {
      connector
          .with("predicates", "isFromTheFeed")
          .with("predicates.isFromTheFeed.type", TRANSFORMS + "predicates.HasHeaderKey")
          .with("predicates.isFromTheFeed.name", "kis.session")
          .with("transforms", "none")
          .with("transforms.none.type", TRANSFORMS + "Filter")
          .with("transforms.none.predicate", "isFromTheFeed")
          .run(1);
      simulator.awaitSubscribed(List.of(TICKER), ConnectorUnderTest.DEADLINE);
      simulator.sendRecords(TICKER, 50);
      simulator.inject(new Fault.Corrupt(Corruption.BLANK_TIME));
      simulator.sendRecords(TICKER, 1);

      connector.read(connector.malformedTopic(), 1);
      assertThat(topics(stack)).doesNotContain(connector.topic());
      assertThat(stack.rest().status("filter").isAll("RUNNING", 1)).isTrue();

      connector.with("transforms", "").with("predicates", "").run(1);
      simulator.await(
          "The session did not change",
          () -> simulator.journal().events(Kind.SESSION_OPENED).size() == 2,
          ConnectorUnderTest.DEADLINE);
      simulator.awaitSubscribed(List.of(TICKER), ConnectorUnderTest.DEADLINE);
      simulator.sendRecords(TICKER, 3);

      assertThat(connector.read(connector.topic(), 3)).hasSize(3);
    }
  }

  private static ConnectorUnderTest connector(
      LocalStack stack, String name, KisSimulator simulator) {
    return new ConnectorUnderTest(stack, name, simulator)
        .credentials("PS-" + name, "secret")
        .tickers(List.of(TICKER));
  }

  private static Set<String> topics(LocalStack stack) throws Exception {
    try (Admin admin = stack.admin()) {
      return admin.listTopics().names().get();
    }
  }
}
