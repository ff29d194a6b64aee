package io.github.kisconnect.config;

import io.github.kisconnect.protocol.CustomerType;
import io.github.kisconnect.protocol.PingPongReply;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Width;

/** What is subscribed, and where. */
final class FeedOptions {

  static final String TICKERS = "kis.tickers";
  static final String REST_URL = "kis.rest.url";
  static final String REST_ALLOW_HTTP = "kis.rest.allow.http";
  static final String WS_URL = "kis.ws.url";
  static final String CUSTOMER_TYPE = "kis.customer.type";
  static final String MAX_SUBSCRIPTIONS = "kis.session.max.subscriptions";
  static final String PINGPONG_REPLY = "kis.pingpong.reply";

  static final OneOf<CustomerType> CUSTOMER_TYPES = OneOf.asNamed(CustomerType.class);
  static final OneOf<PingPongReply> PINGPONG_REPLIES = OneOf.lowerCase(PingPongReply.class);
  static final int MOST_SUBSCRIPTIONS = 41;

  private FeedOptions() {}

  static void define(ConfigDef definition) {
    new OptionGroup(definition, "Feed")
        .add(
            TICKERS,
            ConfigDef.Type.LIST,
            ConfigDef.NO_DEFAULT_VALUE,
            new TickerList(),
            Importance.HIGH,
            Width.LONG,
            "Tickers",
            "Short codes to subscribe to, comma-separated, for example 005930,000660. They are"
                + " spread evenly over the tasks.")
        .add(
            WS_URL,
            ConfigDef.Type.STRING,
            "ws://ops.koreainvestment.com:21000/tryitout",
            new EndpointUrl("ws", "wss"),
            Importance.MEDIUM,
            Width.LONG,
            "WebSocket URL",
            "Address of the realtime feed. KIS offers ws only; wss is for a TLS proxy in front.")
        .add(
            REST_URL,
            ConfigDef.Type.STRING,
            "https://openapi.koreainvestment.com:9443",
            new EndpointUrl("https", "http"),
            Importance.MEDIUM,
            Width.LONG,
            "REST URL",
            "Base address for approval keys; /oauth2/Approval is appended. App key and secret"
                + " travel to it, so http is accepted for a loopback host only, unless"
                + " kis.rest.allow.http is true.")
        .add(
            REST_ALLOW_HTTP,
            ConfigDef.Type.BOOLEAN,
            false,
            null,
            Importance.LOW,
            Width.SHORT,
            "Allow plain HTTP",
            "Whether kis.rest.url may be plain http to another host, which shows app key and"
                + " secret to everybody on the way. For simulators in a private network.")
        .add(
            CUSTOMER_TYPE,
            ConfigDef.Type.STRING,
            "P",
            CUSTOMER_TYPES,
            Importance.LOW,
            Width.SHORT,
            "Customer type",
            "Kind of the KIS account: P personal, B corporate.")
        .add(
            MAX_SUBSCRIPTIONS,
            ConfigDef.Type.INT,
            40,
            Range.between(1, MOST_SUBSCRIPTIONS),
            Importance.MEDIUM,
            Width.SHORT,
            "Subscriptions per session",
            "Most tickers in one session. KIS admits 41 registrations per session; one is left"
                + " spare.")
        .add(
            PINGPONG_REPLY,
            ConfigDef.Type.STRING,
            "echo",
            PINGPONG_REPLIES,
            Importance.LOW,
            Width.SHORT,
            "PINGPONG reply",
            "How the keepalive of KIS is answered: echo sends the same text back, pong sends a"
                + " WebSocket Pong frame. KIS accepts both.");
  }
}
