package io.github.kisconnect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.config.KisTaskConfig;
import io.github.kisconnect.protocol.CustomerType;
import io.github.kisconnect.protocol.PingPongReply;
import io.github.kisconnect.session.SessionSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each setting of a session comes from its own key. */
class TaskSettingsTest {

  @Test
  void takesEverySettingFromItsKey() {
    final KisTaskConfig config =
        new KisTaskConfig(
            TaskProperties.task(
                "kis.ws.url", "wss://feed.example:1/x",
                "kis.customer.type", "B",
                "kis.session.max.subscriptions", "31",
                "subscribe.interval.ms", "101",
                "subscribe.ack.timeout.ms", "102",
                "connect.timeout.ms", "103",
                "reconnect.backoff.ms", "104",
                "reconnect.backoff.max.ms", "105",
                "liveness.probe.ms", "106",
                "liveness.timeout.ms", "207",
                "poll.pause.close.ms", "2008",
                "kis.pingpong.reply", "pong"));

    assertThat(TaskSettings.session(config))
        .isEqualTo(
            new SessionSettings(
                URI.create("wss://feed.example:1/x"),
                CustomerType.B,
                List.of("000660"),
                31,
                Duration.ofMillis(101),
                Duration.ofMillis(102),
                Duration.ofMillis(103),
                Duration.ofMillis(104),
                Duration.ofMillis(105),
                Duration.ofMillis(106),
                Duration.ofMillis(207),
                Duration.ofMillis(2008),
                PingPongReply.PONG));
  }

  @Test
  void knowsTheNameOfTheConnector() {
    assertThat(TaskSettings.connectorName(new KisTaskConfig(TaskProperties.task())))
        .isEqualTo("expected-trades");
  }

  @Test
  void managesWithoutAName() {
    final Map<String, String> nameless = TaskProperties.task();
    nameless.remove("name");

    assertThat(TaskSettings.connectorName(new KisTaskConfig(nameless))).isEqualTo("kis");
  }
}
