package io.github.kisconnect.session;

import io.github.kisconnect.protocol.ControlMessage.Reply;

/** Turns answers that concern the whole session into failures. */
final class SessionReplies {

  private static final String UNKNOWN_APP_KEY = "OPSP0010";

  private SessionReplies() {}

  static Failure failure(Reply reply) {
    return new Failure(
        switch (reply.code().reaction()) {
          case APP_KEY_OCCUPIED -> Failure.Kind.OCCUPIED;
          case REISSUE_APPROVAL ->
              reply.rawCode().equals(UNKNOWN_APP_KEY)
                  ? Failure.Kind.APP_KEY_UNKNOWN
                  : Failure.Kind.APPROVAL_DEAD;
          case FAIL -> Failure.Kind.FATAL;
          default -> Failure.Kind.SERVER_FAULT;
        },
        "KIS says %s. %s".formatted(said(reply), reply.code().meaning()));
  }

  static String said(Reply reply) {
    return "%s (%s)".formatted(reply.rawCode(), reply.text());
  }
}
