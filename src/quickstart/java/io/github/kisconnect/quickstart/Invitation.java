package io.github.kisconnect.quickstart;

import java.net.URI;

/** What the user can try while everything runs. */
final class Invitation {

  private Invitation() {}

  static String text(URI rest, String registryUrl, String connector, String topic) {
    return """

        REST interface of the worker: %1$s
        For example, in another terminal:
          curl -s %1$s/connectors/%2$s/status
          curl -s -X PATCH -H 'Content-Type: application/json' \\
               -d '{"kis.tickers":"005930,000660,035420,005380,068270,051910,000270,105560,035720"}' %1$s/connectors/%2$s/config
          curl -s %3$s/subjects/%4$s-value/versions/latest
        """
        .formatted(rest, connector, registryUrl, topic);
  }
}
