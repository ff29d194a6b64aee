package io.github.kisconnect.config;

import io.github.kisconnect.protocol.CustomerType;
import io.github.kisconnect.protocol.PingPongReply;
import io.github.kisconnect.queue.OverflowPolicy;
import io.github.kisconnect.record.DecimalMode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/**
 * The configuration of a connector; one that exists has passed every check of {@link
 * SourceConfigValidation}. Immutable. What it prints or logs shows no secret, but {@link
 * #originals()} holds them in clear.
 */
public class KisSourceConfig extends AbstractConfig {

  /** The key that holds the app keys. */
  public static final String APP_KEYS = CredentialOptions.APP_KEYS;

  /** The key that holds the secrets of the app keys. */
  public static final String APP_SECRETS = CredentialOptions.APP_SECRETS;

  /** Reads a configuration without logging it. */
  public KisSourceConfig(Map<String, String> properties) {
    this(properties, false);
  }

  /**
   * Reads a configuration.
   *
   * @param log whether to log all values once, secrets hidden
   * @throws org.apache.kafka.common.config.ConfigException with every problem there is
   */
  public KisSourceConfig(Map<String, String> properties, boolean log) {
    this(definition(), properties, log);
  }

  KisSourceConfig(ConfigDef definition, Map<String, String> properties, boolean log) {
    super(definition, SourceConfigValidation.requireValid(definition, properties), log);
  }

  /** A new definition of all keys of a connector. */
  public static ConfigDef definition() {
    ConfigDef definition = new ConfigDef();
    TopicOptions.define(definition);
    CredentialOptions.define(definition);
    FeedOptions.define(definition);
    RecordOptions.define(definition);
    QueueOptions.define(definition);
    PollOptions.define(definition);
    SubscribeOptions.define(definition);
    ReconnectOptions.define(definition);
    LivenessOptions.define(definition);
    return definition;
  }

  public final String topic() {
    return getString(TopicOptions.TOPIC);
  }

  public final Optional<String> gapTopic() {
    return Optional.ofNullable(getString(TopicOptions.GAP_TOPIC));
  }

  public final Optional<String> malformedTopic() {
    return Optional.ofNullable(getString(TopicOptions.MALFORMED_TOPIC));
  }

  /** All tickers of the connector, each once, in the order of the configuration. */
  public final List<String> tickers() {
    return List.copyOf(getList(FeedOptions.TICKERS));
  }

  public final int appKeyCount() {
    return appKeys().size();
  }

  /**
   * One app key with its secret.
   *
   * @param index position in the configuration, from 0 to {@link #appKeyCount()} - 1
   */
  public final AppKey appKey(int index) {
    List<String> secrets = SecretList.split(getPassword(CredentialOptions.APP_SECRETS));
    return new AppKey(appKeys().get(index), secrets.get(index));
  }

  /** How many tasks of at most {@code maxTasks} can have both an app key and a ticker. */
  public final int usableTasks(int maxTasks) {
    return Math.min(maxTasks, Math.min(appKeyCount(), tickers().size()));
  }

  /** Whether validation is to ask KIS about the credentials. */
  public final boolean validateCredentials() {
    return getBoolean(CredentialOptions.VALIDATE_CREDENTIALS);
  }

  /** Base address of the REST API, with or without a slash at the end. */
  public final URI restUrl() {
    return URI.create(getString(FeedOptions.REST_URL));
  }

  public final URI webSocketUrl() {
    return URI.create(getString(FeedOptions.WS_URL));
  }

  public final CustomerType customerType() {
    return FeedOptions.CUSTOMER_TYPES.read(getString(FeedOptions.CUSTOMER_TYPE));
  }

  public final int maxSubscriptions() {
    return getInt(FeedOptions.MAX_SUBSCRIPTIONS);
  }

  public final PingPongReply pingPongReply() {
    return FeedOptions.PINGPONG_REPLIES.read(getString(FeedOptions.PINGPONG_REPLY));
  }

  public final DecimalMode decimalMode() {
    return RecordOptions.DECIMAL_MODES.read(getString(RecordOptions.DECIMAL_MODE));
  }

  public final MalformedPolicy malformedPolicy() {
    return RecordOptions.MALFORMED_POLICIES.read(getString(RecordOptions.MALFORMED_POLICY));
  }

  /** Most records that wait in a task's queue. */
  public final int queueCapacity() {
    return getInt(QueueOptions.CAPACITY);
  }

  /** Most bytes that wait in a task's queue. */
  public final long queueMaxBytes() {
    return getLong(QueueOptions.MAX_BYTES);
  }

  public final OverflowPolicy overflowPolicy() {
    return QueueOptions.OVERFLOW_POLICIES.read(getString(QueueOptions.OVERFLOW_POLICY));
  }

  public final Duration queueBlockTimeout() {
    return millis(QueueOptions.BLOCK_TIMEOUT_MS);
  }

  public final int pollMaxRecords() {
    return getInt(PollOptions.MAX_RECORDS);
  }

  public final Duration pollTimeout() {
    return millis(PollOptions.TIMEOUT_MS);
  }

  /** Time without a poll after which the session is closed until the next one; zero for never. */
  public final Duration pollPauseClose() {
    return millis(PollOptions.PAUSE_CLOSE_MS);
  }

  public final Duration subscribeInterval() {
    return millis(SubscribeOptions.INTERVAL_MS);
  }

  public final Duration subscribeAckTimeout() {
    return millis(SubscribeOptions.ACK_TIMEOUT_MS);
  }

  public final Duration connectTimeout() {
    return millis(ReconnectOptions.CONNECT_TIMEOUT_MS);
  }

  public final Duration reconnectBackoff() {
    return millis(ReconnectOptions.BACKOFF_MS);
  }

  public final Duration reconnectBackoffMax() {
    return millis(ReconnectOptions.BACKOFF_MAX_MS);
  }

  public final Duration livenessProbe() {
    return millis(LivenessOptions.PROBE_MS);
  }

  public final Duration livenessTimeout() {
    return millis(LivenessOptions.TIMEOUT_MS);
  }

  private Duration millis(String key) {
    return Duration.ofMillis(getLong(key));
  }

  private List<String> appKeys() {
    return SecretList.split(getPassword(CredentialOptions.APP_KEYS));
  }
}
