package io.github.kisconnect.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kisconnect.quickstart.stack.AvroRecord;
import io.github.kisconnect.quickstart.stack.ConnectRestException;
import io.github.kisconnect.quickstart.stack.LocalStack;
import io.github.kisconnect.simulator.KisSimulator;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/** The offsets of a stopped connector through REST: list, alter, reset, and what comes of it. */
@ExtendWith(SharedStack.class)
class OffsetsIT {

  private static final List<String> TICKERS = List.of("005930", "000660");

  private LocalStack stack;
  private String name;
  private KisSimulator simulator;
  private ConnectorUnderTest connector;

  @BeforeEach
  void stopAConnectorThatHasDelivered(LocalStack shared, TestInfo test) {
    stack = shared;
    name = "offsets-" + test.getTestMethod().orElseThrow().getName();
    simulator = KisSimulator.builder().appKey("PS-offsets", "secret").start();
    connector =
        new ConnectorUnderTest(stack, name, simulator)
            .credentials("PS-offsets", "secret")
            .tickers(TICKERS);
    connector.run(1);
    deliver();
    stack.rest().awaitOffsets(name, offsets -> offsets.path("offsets").size() == TICKERS.size());
    stop();
  }

  @AfterEach
  void delete() {
    connector.close();
    simulator.close();
  }

  @Test
  void refusesWhatIsNoOffsetOfItsOwn() {
    assertRefused(offset -> offset.put("received_at", "yesterday"), "received_at");
    assertRefused(offset -> offset.put("position", 7), "position");
    assertRefused(offset -> offset.remove("received_at"), "received_at");
    final ObjectNode foreign = offsets();
    ((ObjectNode) entry(foreign, "005930").path("partition")).put("tr_id", "H0STCNT0");
    assertThatThrownBy(() -> stack.rest().alterOffsets(name, foreign))
        .isInstanceOf(ConnectRestException.class)
        .hasMessageContaining("H0STCNT0");
    final ObjectNode turned = offsets();
    final ObjectNode partition = (ObjectNode) entry(turned, "005930").path("partition");
    partition.set("tr_id", partition.remove("tr_id"));
    assertThatThrownBy(() -> stack.rest().alterOffsets(name, turned))
        .isInstanceOf(ConnectRestException.class)
        .hasMessageContaining("tr_id first");
  }

  @Test
  void reportsTheHoleSinceAnAlteredOffset() {
    final ObjectNode earlier = offsets();
    final ObjectNode offset = (ObjectNode) entry(earlier, "005930").path("offset");
    final long received = offset.path("received_at").asLong() - 60_000_000L;
    offset.put("received_at", received);

    stack.rest().alterOffsets(name, earlier);

    assertThat(offsets()).isEqualTo(earlier);
    stack.rest().resume(name);
    deliver();
    assertThat(connector.read(connector.gapTopic(), TICKERS.size()))
        .filteredOn(gap -> gap.key().equals("005930"))
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.value().get("REASON")).hasToString("RESTART");
              assertThat((Long) gap.value().get("FROM_MICROS"))
                  .isBetween(received - 1_000_000L, received);
            });
  }

  @Test
  void forgetsOneTickerOrAll() {
    final ObjectNode one = offsets();
    ((ObjectNode) entry(one, "005930")).putNull("offset");
    stack.rest().alterOffsets(name, one);
    awaitOffsetsOf("000660");

    stack.rest().resetOffsets(name);

    awaitOffsetsOf();
    stack.rest().resume(name);
    deliver();
    stop();
    stack.rest().resume(name);
    deliver();
    assertThat(connector.read(connector.gapTopic(), TICKERS.size()))
        .as("holes of the second restart only")
        .extracting(AvroRecord::key)
        .containsExactlyInAnyOrderElementsOf(TICKERS);
  }

  @Test
  void areLeftAloneWhileTheConnectorRuns() {
    final ObjectNode before = offsets();
    stack.rest().resume(name);
    stack.rest().awaitRunning(name, 1);

    assertThatThrownBy(() -> stack.rest().alterOffsets(name, before))
        .isInstanceOf(ConnectRestException.class)
        .hasMessageContaining("STOPPED");
    assertThatThrownBy(() -> stack.rest().resetOffsets(name))
        .isInstanceOf(ConnectRestException.class)
        .hasMessageContaining("STOPPED");
  }

  private void assertRefused(Consumer<ObjectNode> change, String key) {
    final ObjectNode broken = offsets();
    change.accept((ObjectNode) entry(broken, "005930").path("offset"));
    assertThatThrownBy(() -> stack.rest().alterOffsets(name, broken))
        .isInstanceOf(ConnectRestException.class)
        .hasMessageContaining(key)
        .hasMessageContaining("005930");
  }

  /**
   * Waits, since Connect lists what it knew of before it reads its topic to the end: what was
   * forgotten a moment ago may still be there, with no offset.
   */
  private void awaitOffsetsOf(String... tickers) {
    stack
        .rest()
        .awaitOffsets(
            name,
            offsets -> offsets.path("offsets").findValuesAsText("tr_key").equals(List.of(tickers)));
  }

  private ObjectNode offsets() {
    return (ObjectNode) stack.rest().offsets(name);
  }

  private static JsonNode entry(JsonNode offsets, String ticker) {
    for (JsonNode entry : offsets.path("offsets")) {
      if (entry.path("partition").path("tr_key").asText().equals(ticker)) {
        return entry;
      }
    }
    throw new AssertionError("No offset of " + ticker + " in " + offsets);
  }

  /** Sends a record of each ticker and waits until it is in the topic. */
  private void deliver() {
    simulator.awaitSubscribed(TICKERS, ConnectorUnderTest.DEADLINE);
    TICKERS.forEach(ticker -> simulator.sendRecords(ticker, 1));
    connector.read(connector.topic(), Feed.stop(simulator));
  }

  private void stop() {
    stack.rest().stop(name);
    stack.rest().awaitState(name, "STOPPED", 0);
    simulator.await(
        "The session was not closed",
        () -> simulator.sessions().isEmpty(),
        ConnectorUnderTest.DEADLINE);
  }
}
