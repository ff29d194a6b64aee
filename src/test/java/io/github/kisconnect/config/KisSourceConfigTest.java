package io.github.kisconnect.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kisconnect.protocol.CustomerType;
import io.github.kisconnect.protocol.PingPongReply;
import io.github.kisconnect.queue.OverflowPolicy;
import io.github.kisconnect.record.DecimalMode;
import java.net.URI;
import java.time.Duration;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the accessors give, and that an invalid configuration does not come to be. */
class KisSourceConfigTest {

  @Test
  void fillsInTheDefaults() {
    KisSourceConfig config = new KisSourceConfig(SampleProperties.with());

    assertThat(config.gapTopic()).isEmpty();
    assertThat(config.malformedTopic()).isEmpty();
    assertThat(config.malformedPolicy()).isEqualTo(MalformedPolicy.QUARANTINE);
    assertThat(config.decimalMode()).isEqualTo(DecimalMode.PRECISE);
    assertThat(config.validateCredentials()).isFalse();
    assertThat(config.restUrl()).isEqualTo(URI.create("https://openapi.koreainvestment.com:9443"));
    assertThat(config.webSocketUrl())
        .isEqualTo(URI.create("ws://ops.koreainvestment.com:21000/tryitout"));
    assertThat(config.customerType()).isEqualTo(CustomerType.P);
    assertThat(config.maxSubscriptions()).isEqualTo(40);
    assertThat(config.pingPongReply()).isEqualTo(PingPongReply.ECHO);
    assertThat(config.queueCapacity()).isEqualTo(65_536);
    assertThat(config.queueMaxBytes()).isEqualTo(134_217_728L);
    assertThat(config.overflowPolicy()).isEqualTo(OverflowPolicy.DROP_OLDEST);
    assertThat(config.queueBlockTimeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(config.pollMaxRecords()).isEqualTo(2_048);
    assertThat(config.pollTimeout()).isEqualTo(Duration.ofMillis(500));
    assertThat(config.pollPauseClose()).isEqualTo(Duration.ofMinutes(5));
    assertThat(config.subscribeInterval()).isEqualTo(Duration.ofMillis(100));
    assertThat(config.subscribeAckTimeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.connectTimeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.reconnectBackoff()).isEqualTo(Duration.ofSeconds(1));
    assertThat(config.reconnectBackoffMax()).isEqualTo(Duration.ofMinutes(5));
    assertThat(config.livenessProbe()).isEqualTo(Duration.ofMinutes(1));
    assertThat(config.livenessTimeout()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void givesEveryKeyItsOwnValue() {
    KisSourceConfig config =
        new KisSourceConfig(
            SampleProperties.with(
                "gap.topic", "gaps",
                "malformed.topic", "malformed",
                "malformed.policy", "fail",
                "decimal.mode", "string",
                "validate.credentials", "true",
                "kis.rest.url", "http://127.0.0.1:9443",
                "kis.ws.url", "wss://proxy.example:443/feed",
                "kis.customer.type", "B",
                "kis.session.max.subscriptions", "41",
                "kis.pingpong.reply", "pong",
                "queue.capacity", "101",
                "queue.max.bytes", "1048577",
                "queue.overflow.policy", "block",
                "queue.block.timeout.ms", "102",
                "poll.max.records", "103",
                "poll.timeout.ms", "104",
                "poll.pause.close.ms", "2104",
                "subscribe.interval.ms", "105",
                "subscribe.ack.timeout.ms", "106",
                "connect.timeout.ms", "107",
                "reconnect.backoff.ms", "108",
                "reconnect.backoff.max.ms", "109",
                "liveness.probe.ms", "210",
                "liveness.timeout.ms", "211"));

    assertThat(config.topic()).isEqualTo("expected-trades");
    assertThat(config.gapTopic()).contains("gaps");
    assertThat(config.malformedTopic()).contains("malformed");
    assertThat(config.malformedPolicy()).isEqualTo(MalformedPolicy.FAIL);
    assertThat(config.decimalMode()).isEqualTo(DecimalMode.STRING);
    assertThat(config.validateCredentials()).isTrue();
    assertThat(config.restUrl()).isEqualTo(URI.create("http://127.0.0.1:9443"));
    assertThat(config.webSocketUrl()).isEqualTo(URI.create("wss://proxy.example:443/feed"));
    assertThat(config.customerType()).isEqualTo(CustomerType.B);
    assertThat(config.maxSubscriptions()).isEqualTo(41);
    assertThat(config.pingPongReply()).isEqualTo(PingPongReply.PONG);
    assertThat(config.queueCapacity()).isEqualTo(101);
    assertThat(config.queueMaxBytes()).isEqualTo(1_048_577L);
    assertThat(config.overflowPolicy()).isEqualTo(OverflowPolicy.BLOCK);
    assertThat(config.queueBlockTimeout()).isEqualTo(Duration.ofMillis(102));
    assertThat(config.pollMaxRecords()).isEqualTo(103);
    assertThat(config.pollTimeout()).isEqualTo(Duration.ofMillis(104));
    assertThat(config.pollPauseClose()).isEqualTo(Duration.ofMillis(2_104));
    assertThat(config.subscribeInterval()).isEqualTo(Duration.ofMillis(105));
    assertThat(config.subscribeAckTimeout()).isEqualTo(Duration.ofMillis(106));
    assertThat(config.connectTimeout()).isEqualTo(Duration.ofMillis(107));
    assertThat(config.reconnectBackoff()).isEqualTo(Duration.ofMillis(108));
    assertThat(config.reconnectBackoffMax()).isEqualTo(Duration.ofMillis(109));
    assertThat(config.livenessProbe()).isEqualTo(Duration.ofMillis(210));
    assertThat(config.livenessTimeout()).isEqualTo(Duration.ofMillis(211));
  }

  @Test
  void trimsTheEntriesOfLists() {
    KisSourceConfig config =
        new KisSourceConfig(
            SampleProperties.with(
                "kis.tickers", "  005930 ,\t000660\n, 0193T0 ",
                "kis.app.keys", " dummy-key-1 ,\n dummy-key-2 ",
                "kis.app.secrets", "\tdummy-secret-1 , dummy-secret-2"));

    assertThat(config.tickers()).containsExactly("005930", "000660", "0193T0");
    assertThat(config.appKey(0)).isEqualTo(new AppKey("dummy-key-1", "dummy-secret-1"));
    assertThat(config.appKey(1)).isEqualTo(new AppKey("dummy-key-2", "dummy-secret-2"));
  }

  @Test
  void pairsAppKeysWithSecretsByPosition() {
    KisSourceConfig config = new KisSourceConfig(SampleProperties.with());

    assertThat(config.appKeyCount()).isEqualTo(2);
    assertThat(config.appKey(1).appKey()).isEqualTo("dummy-key-2");
    assertThat(config.appKey(1).appSecret()).isEqualTo("dummy-secret-2");
  }

  @ParameterizedTest
  @CsvSource({"drop_newest", "DROP_NEWEST", "Drop_Newest"})
  void readsEnumerationsRegardlessOfCase(String spelling) {
    KisSourceConfig config =
        new KisSourceConfig(
            SampleProperties.with("queue.overflow.policy", spelling, "kis.customer.type", "b"));

    assertThat(config.overflowPolicy()).isEqualTo(OverflowPolicy.DROP_NEWEST);
    assertThat(config.customerType()).isEqualTo(CustomerType.B);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "2,2", "3,2", "99,2"})
  void usesAsManyTasksAsHaveAnAppKeyAndATicker(int maxTasks, int expected) {
    assertThat(new KisSourceConfig(SampleProperties.with()).usableTasks(maxTasks))
        .isEqualTo(expected);
  }

  @Test
  void usesNoMoreTasksThanTickers() {
    KisSourceConfig config = new KisSourceConfig(SampleProperties.with("kis.tickers", "005930"));

    assertThat(config.usableTasks(2)).isEqualTo(1);
  }

  @Test
  void refusesToExistWithProblemsAndNamesThemAll() {
    assertThatThrownBy(
            () ->
                new KisSourceConfig(
                    SampleProperties.with(
                        "kis.tickers", "005930,005930",
                        "poll.max.records", "many",
                        "gap.topic", "expected-trades")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("kis.tickers names tickers more than once: 005930.")
        .hasMessageContaining("poll.max.records cannot be read")
        .hasMessageContaining("topic and gap.topic are the same topic");
  }

  @Test
  void startsDespiteAnUnknownKeyThatAnotherVersionMayHaveKnown() {
    KisSourceConfig config = new KisSourceConfig(SampleProperties.with("queue.spill.dir", "x"));

    assertThat(config.topic()).isEqualTo("expected-trades");
  }

  @Test
  void printsNoSecret() {
    KisSourceConfig config = new KisSourceConfig(SampleProperties.with());

    assertThat(config.toString() + config.values() + config.appKey(0) + config.appKey(1))
        .doesNotContain("dummy-key", "dummy-secret");
  }

  @Test
  void logsEveryValueOnceButNoSecret() {
    try (LogCapture log = new LogCapture()) {
      KisSourceConfig config = new KisSourceConfig(SampleProperties.with(), true);

      assertThat(config.topic()).isEqualTo("expected-trades");
      assertThat(log.messages()).hasSize(1);
      assertThat(log.messages().get(0))
          .contains("topic = expected-trades", "kis.app.keys = [hidden]")
          .doesNotContain("dummy-key", "dummy-secret");
    }
  }

  @Test
  void logsNothingUnlessAskedTo() {
    try (LogCapture log = new LogCapture()) {
      KisSourceConfig config = new KisSourceConfig(SampleProperties.with());

      assertThat(config.topic()).isEqualTo("expected-trades");
      assertThat(log.messages()).isEmpty();
    }
  }
}
