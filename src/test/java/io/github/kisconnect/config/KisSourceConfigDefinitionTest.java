package io.github.kisconnect.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every key is completely described. */
class KisSourceConfigDefinitionTest {

  private static Collection<ConfigKey> keys() {
    return KisSourceConfig.definition().configKeys().values();
  }

  private static Stream<ConfigKey> enumerations() {
    return keys().stream().filter(key -> key.validator instanceof OneOf<?>);
  }

  @Test
  void definesTheseDefaults() {
    assertThat(KisSourceConfig.definition().defaultValues())
        .containsOnly(
            entry("gap.topic", null),
            entry("malformed.topic", null),
            entry("malformed.policy", "quarantine"),
            entry("decimal.mode", "precise"),
            entry("validate.credentials", false),
            entry("kis.rest.url", "https://openapi.koreainvestment.com:9443"),
            entry("kis.rest.allow.http", false),
            entry("kis.ws.url", "ws://ops.koreainvestment.com:21000/tryitout"),
            entry("kis.customer.type", "P"),
            entry("kis.session.max.subscriptions", 40),
            entry("kis.pingpong.reply", "echo"),
            entry("queue.capacity", 65536),
            entry("queue.max.bytes", 134217728L),
            entry("queue.overflow.policy", "drop_oldest"),
            entry("queue.block.timeout.ms", 5000L),
            entry("poll.max.records", 2048),
            entry("poll.timeout.ms", 500L),
            entry("poll.pause.close.ms", 300000L),
            entry("subscribe.interval.ms", 100L),
            entry("subscribe.ack.timeout.ms", 10000L),
            entry("connect.timeout.ms", 10000L),
            entry("reconnect.backoff.ms", 1000L),
            entry("reconnect.backoff.max.ms", 300000L),
            entry("liveness.probe.ms", 60000L),
            entry("liveness.timeout.ms", 120000L));
  }

  @Test
  void requiresTopicTickersKeysAndSecretsOnly() {
    assertThat(keys())
        .filteredOn(key -> !key.hasDefault())
        .extracting(key -> key.name)
        .containsExactlyInAnyOrder("topic", "kis.tickers", "kis.app.keys", "kis.app.secrets");
  }

  @Test
  void hidesKeysAndSecretsAsPasswords() {
    assertThat(keys())
        .filteredOn(key -> key.type == ConfigDef.Type.PASSWORD)
        .extracting(key -> key.name)
        .containsExactlyInAnyOrder("kis.app.keys", "kis.app.secrets");
  }

  @ParameterizedTest
  @MethodSource("keys")
  void describesTheKeyCompletely(ConfigKey key) {
    assertThat(key.documentation).as("doc").endsWith(".").hasSizeGreaterThan(20);
    assertThat(key.group).as("group").isNotBlank();
    assertThat(key.orderInGroup).as("order").isPositive();
    assertThat(key.width).as("width").isNotEqualTo(ConfigDef.Width.NONE);
    assertThat(key.displayName).as("display name").isNotBlank().isNotEqualTo(key.name);
    assertThat(key.importance).as("importance").isNotNull();
    assertThat(key.internalConfig).as("internal").isFalse();
    if (key.type != ConfigDef.Type.BOOLEAN) {
      assertThat(key.validator).as("validator").isNotNull();
      assertThat(key.validator.toString()).as("valid values").isNotBlank().doesNotContain("@");
    }
  }

  @Test
  void givesEveryKeyItsOwnPlaceInItsGroup() {
    Set<String> places = new HashSet<>();
    assertThat(keys()).allMatch(key -> places.add(key.group + " " + key.orderInGroup));
  }

  @Test
  void givesEveryKeyItsOwnDisplayName() {
    assertThat(keys()).extracting(key -> key.displayName).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("enumerations")
  void recommendsExactlyWhatIsValid(ConfigKey key) {
    assertThat(key.recommender).isSameAs(key.validator);
    assertThat(SampleProperties.value(SampleProperties.with(), key.name).recommendedValues())
        .isNotEmpty()
        .contains(key.defaultValue)
        .allSatisfy(value -> key.validator.ensureValid(key.name, value));
  }

  @Test
  void knowsFiveEnumerations() {
    assertThat(enumerations())
        .extracting(key -> key.name)
        .containsExactlyInAnyOrder(
            "kis.customer.type",
            "kis.pingpong.reply",
            "decimal.mode",
            "malformed.policy",
            "queue.overflow.policy");
  }

  @Test
  void isNewForEveryCallerBecauseKafkaLetsThemChangeIt() {
    KisSourceConfig.definition().configKeys().clear();

    assertThat(keys()).isNotEmpty();
  }
}
