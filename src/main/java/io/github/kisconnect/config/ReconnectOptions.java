package io.github.kisconnect.config;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Width;

/** Connecting, and doing so again. */
final class ReconnectOptions {

  static final String CONNECT_TIMEOUT_MS = "connect.timeout.ms";
  static final String BACKOFF_MS = "reconnect.backoff.ms";
  static final String BACKOFF_MAX_MS = "reconnect.backoff.max.ms";

  private ReconnectOptions() {}

  static void define(ConfigDef definition) {
    new OptionGroup(definition, "Connection")
        .add(
            CONNECT_TIMEOUT_MS,
            ConfigDef.Type.LONG,
            10_000L,
            Range.between(100, 60_000),
            Importance.LOW,
            Width.SHORT,
            "Connect timeout (ms)",
            "How long TCP connect and WebSocket handshake may take together; the request for an"
                + " approval key has ten seconds of its own. At most a minute, so that an auction"
                + " is not spent waiting.")
        .add(
            BACKOFF_MS,
            ConfigDef.Type.LONG,
            1_000L,
            Range.between(100, 300_000),
            Importance.LOW,
            Width.SHORT,
            "Reconnect backoff (ms)",
            "Wait after the first ordinary failure; it doubles with every failure in a row and is"
                + " always jittered. A session that had worked is opened again after 1 to 5"
                + " seconds. Less than 1000 is for simulators only: KIS locks out clients that"
                + " reconnect in quick succession.")
        .add(
            BACKOFF_MAX_MS,
            ConfigDef.Type.LONG,
            300_000L,
            Range.between(100, 3_600_000),
            Importance.LOW,
            Width.SHORT,
            "Longest reconnect backoff (ms)",
            "Longest wait after ordinary failures, before up to a quarter of jitter; not less than"
                + " reconnect.backoff.ms. Refused upgrades, occupied app keys and refused approvals"
                + " have waits of their own. At most an hour, so that no session is lost for a whole"
                + " trading day.");
  }
}
