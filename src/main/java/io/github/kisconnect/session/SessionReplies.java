package io.github.kisconnect.session;

import io.github.kisconnect.protocol.ControlMessage.Reply;
import io.github.kisconnect.protocol.MessageCode;

/** Turns answers that concern the whole session into failures. */
final class SessionReplies {

  private static final String OCCUPIED_ADVICE =
      " If this goes on, stop the other program, or give this connector an app key of its own in"
          + " kis.app.keys.";

  private SessionReplies() {}

  static Failure failure(Reply reply) {
    Failure.Kind kind =
        switch (reply.code().reaction()) {
          case APP_KEY_OCCUPIED -> Failure.Kind.OCCUPIED;
          case REISSUE_APPROVAL ->
              reply.code() == MessageCode.OPSP0010
                  ? Failure.Kind.APP_KEY_UNKNOWN
                  : Failure.Kind.APPROVAL_DEAD;
          case FAIL -> Failure.Kind.FATAL;
          default -> Failure.Kind.SERVER_FAULT;
        };
    String advice = kind == Failure.Kind.OCCUPIED ? OCCUPIED_ADVICE : "";
    return new Failure(
        kind, "KIS says %s. %s%s".formatted(said(reply), reply.code().meaning(), advice));
  }

  static String said(Reply reply) {
    return "%s (%s)".formatted(reply.rawCode(), reply.text());
  }
}
