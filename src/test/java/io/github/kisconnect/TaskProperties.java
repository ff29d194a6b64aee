package io.github.kisconnect;

import java.util.HashMap;
import java.util.Map;

/** Properties of a connector and of its tasks that need no network. */
final class TaskProperties {

  private TaskProperties() {}

  /** A connector of two app keys and three tickers, changed by pairs of key and value. */
  static Map<String, String> connector(String... changes) {
    final Map<String, String> properties = new HashMap<>();
    properties.put("name", "expected-trades");
    properties.put("topic", "trades");
    properties.put("kis.tickers", "005930,000660,0193T0");
    properties.put("kis.app.keys", "dummy-key-1,dummy-key-2");
    properties.put("kis.app.secrets", "dummy-secret-1,dummy-secret-2");
    for (int i = 0; i < changes.length; i += 2) {
      properties.put(changes[i], changes[i + 1]);
    }
    return properties;
  }

  /** Its second task of two, which has the second app key. */
  static Map<String, String> task(String... changes) {
    final Map<String, String> properties = connector(changes);
    properties.put("task.index", "1");
    properties.put("task.count", "2");
    return properties;
  }
}
