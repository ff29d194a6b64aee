package io.github.kisconnect;

import io.github.kisconnect.config.KisTaskConfig;
import io.github.kisconnect.session.SessionSettings;

/** What a task's configuration means to its session. Pure. */
final class TaskSettings {

  private TaskSettings() {}

  /** The name under which the worker runs the connector, for thread names and logs. */
  static String connectorName(KisTaskConfig config) {
    return String.valueOf(config.originals().getOrDefault("name", "kis"));
  }

  static SessionSettings session(KisTaskConfig config) {
    return new SessionSettings(
        config.webSocketUrl(),
        config.customerType(),
        config.taskTickers(),
        config.maxSubscriptions(),
        config.subscribeInterval(),
        config.subscribeAckTimeout(),
        config.connectTimeout(),
        config.reconnectBackoff(),
        config.reconnectBackoffMax(),
        config.livenessProbe(),
        config.livenessTimeout(),
        config.pollPauseClose(),
        config.pingPongReply());
  }
}
