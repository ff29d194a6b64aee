package io.github.kisconnect.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kisconnect.quickstart.stack.ConnectRestException;
import io.github.kisconnect.quickstart.stack.LocalStack;
import io.github.kisconnect.simulator.KisSimulator;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The offsets of a stopped connector through REST. */
@ExtendWith(SharedStack.class)
class OffsetsIT {

  @Test
  void listsAltersAndResetsOffsets(LocalStack stack) {
    try (KisSimulator simulator = KisSimulator.builder().appKey("PS-offsets", "secret").start();
        ConnectorUnderTest connector =
            new ConnectorUnderTest(stack, "offsets", simulator)
                .credentials("PS-offsets", "secret")
                .tickers(List.of("005930"))) {
      connector.run(1);
      simulator.awaitSubscribed(List.of("005930"), ConnectorUnderTest.DEADLINE);
      simulator.sendRecords("005930", 3);
      connector.read(connector.topic(), 3);
      Awaitility.await()
          .atMost(ConnectorUnderTest.DEADLINE)
          .until(() -> stack.rest().offsets("offsets").path("offsets").size() == 1);
      connector.rest().stop("offsets");
      connector.rest().awaitState("offsets", "STOPPED", 0);

      final JsonNode offsets = stack.rest().offsets("offsets");
      final JsonNode entry = offsets.path("offsets").get(0);
      assertThat(entry.path("partition").path("tr_id").asText()).isEqualTo("H0STANC0");
      assertThat(entry.path("partition").path("tr_key").asText()).isEqualTo("005930");

      final ObjectNode broken = offsets.deepCopy();
      ((ObjectNode) broken.path("offsets").get(0).path("offset")).put("received_at", "yesterday");
      assertThatThrownBy(() -> stack.rest().alterOffsets("offsets", broken))
          .isInstanceOf(ConnectRestException.class)
          .hasMessageContaining("received_at");

      final ObjectNode earlier = offsets.deepCopy();
      final ObjectNode offset = (ObjectNode) earlier.path("offsets").get(0).path("offset");
      final long received = offset.path("received_at").asLong() - 60_000_000L;
      offset.put("received_at", received);
      stack.rest().alterOffsets("offsets", earlier);
      assertThat(
              stack
                  .rest()
                  .offsets("offsets")
                  .path("offsets")
                  .get(0)
                  .path("offset")
                  .path("received_at")
                  .asLong())
          .isEqualTo(received);

      stack.rest().resetOffsets("offsets");
      assertThat(stack.rest().offsets("offsets").path("offsets")).isEmpty();
    }
  }
}
