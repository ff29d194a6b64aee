package io.github.kisconnect.session;

import io.github.kisconnect.protocol.CustomerType;
import io.github.kisconnect.protocol.PingPongReply;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * What a session is told by the configuration.
 *
 * @param tickers in the order in which they are subscribed; distinct
 * @param maxSubscriptions registrations per session at most
 * @param subscribeInterval between two subscribe requests
 * @param ackTimeout for the answer to one subscribe request
 * @param connectTimeout for TCP connect and upgrade together
 * @param backoff first wait after an ordinary failure
 * @param backoffMax longest wait after an ordinary failure, before jitter
 * @param livenessProbe silence after which one Ping is sent
 * @param livenessTimeout silence after which the connection is given up
 * @param pauseClose time without a poll after which the session is suspended; zero for never
 */
public record SessionSettings(
    URI uri,
    CustomerType customerType,
    List<String> tickers,
    int maxSubscriptions,
    Duration subscribeInterval,
    Duration ackTimeout,
    Duration connectTimeout,
    Duration backoff,
    Duration backoffMax,
    Duration livenessProbe,
    Duration livenessTimeout,
    Duration pauseClose,
    PingPongReply pingPongReply) {

  public SessionSettings {
    tickers = List.copyOf(tickers);
  }
}
