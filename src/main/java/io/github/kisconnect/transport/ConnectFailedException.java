package io.github.kisconnect.transport;

import io.github.kisconnect.session.Transport.ConnectFailure;
import java.io.IOException;

/** Carries the reason why no connection came about through Tyrus to the one who reports it. */
final class ConnectFailedException extends IOException {

  private static final long serialVersionUID = 1L;

  private final ConnectFailure.Kind kind;

  ConnectFailedException(ConnectFailure.Kind kind, String sentence) {
    super(sentence);
    this.kind = kind;
  }

  ConnectFailure failure() {
    return new ConnectFailure(kind, getMessage());
  }
}
