package io.github.kisconnect.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.kisconnect.quickstart.stack.AvroTopicReader;
import io.github.kisconnect.quickstart.stack.BuildOutput;
import io.github.kisconnect.quickstart.stack.LocalStack;
import io.github.kisconnect.simulator.Corruption;
import io.github.kisconnect.simulator.Fault;
import io.github.kisconnect.simulator.KisSimulator;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The example configuration runs as it is, but for addresses and credentials. */
@ExtendWith(SharedStack.class)
class ExampleIT {

  private static final String NAME = "example";
  private static final String TICKER = "005930";

  @Test
  void makesItsTopicsAsItSays(LocalStack stack) throws Exception {
    final Map<String, String> example = example();
    try (KisSimulator simulator = KisSimulator.builder().appKey("PS-example", "secret").start()) {
      example.put("name", NAME);
      example.put("kis.rest.url", simulator.restUri().toString());
      example.put("kis.ws.url", simulator.webSocketUri().toString());
      example.put("kis.app.keys", "PS-example");
      example.put("kis.app.secrets", "secret");
      example.put("value.converter.schema.registry.url", stack.registry().url());
      stack.rest().put(NAME, example);
      try {
        stack.rest().awaitRunning(NAME, 1);
        simulator.awaitSubscribed(List.of(TICKER), ConnectorUnderTest.DEADLINE);
        simulator.inject(new Fault.Corrupt(Corruption.BLANK_TIME));
        simulator.sendRecords(TICKER, 1);
        simulator.sendRecords(TICKER, 1);
        for (String key : List.of("topic", "malformed.topic", "gap.topic")) {
          awaitRecord(stack, example.get(key));
        }
      } finally {
        stack.rest().delete(NAME);
      }
    }

    try (Admin admin = stack.admin()) {
      assertThat(partitions(admin, example.get("topic"))).isEqualTo(6);
      assertThat(retention(admin, example.get("topic")))
          .isEqualTo(example.get("topic.creation.default.retention.ms"));
      for (String key : List.of("malformed.topic", "gap.topic")) {
        assertThat(partitions(admin, example.get(key))).isEqualTo(1);
        assertThat(retention(admin, example.get(key)))
            .isEqualTo(example.get("topic.creation.incidents.retention.ms"));
      }
    }
  }

  private static void awaitRecord(LocalStack stack, String topic) {
    try (AvroTopicReader reader = stack.read(topic)) {
      reader.take(1, ConnectorUnderTest.DEADLINE);
    }
  }

  private static int partitions(Admin admin, String topic) throws Exception {
    final TopicDescription description =
        admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
    return description.partitions().size();
  }

  private static String retention(Admin admin, String topic) throws Exception {
    final ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    return admin
        .describeConfigs(List.of(resource))
        .all()
        .get()
        .get(resource)
        .get(TopicConfig.RETENTION_MS_CONFIG)
        .value();
  }

  private static Map<String, String> example() throws IOException {
    return new ObjectMapper()
        .readValue(
            BuildOutput.fromSystemProperties()
                .projectDirectory()
                .resolve("config/kis-expected-trade.json")
                .toFile(),
            new TypeReference<HashMap<String, String>>() {});
  }
}
