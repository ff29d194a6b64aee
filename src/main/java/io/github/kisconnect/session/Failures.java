package io.github.kisconnect.session;

import io.github.kisconnect.protocol.ControlMessage.Reply;
import io.github.kisconnect.protocol.MessageCode;
import io.github.kisconnect.session.Transport.CloseReason;
import io.github.kisconnect.session.Transport.ConnectFailure;

/** Classes what server and transport report, as far as it concerns the whole session. */
final class Failures {

  static final Failure STOP =
      new Failure(FailureKind.CONNECTION_LOST, "The session was told to stop.");

  static final Failure PAUSE =
      new Failure(
          FailureKind.PAUSED,
          "Connect asked for no records within poll.pause.close.ms, so the session is closed until"
              + " it does: the connector is paused, or its producer is stuck.");

  static final Failure APPROVAL_UNANSWERED =
      new Failure(FailureKind.APPROVAL_UNAVAILABLE, "Our approval request was not answered.");

  static final Failure CONNECT_UNANSWERED =
      new Failure(FailureKind.UPGRADE_REFUSED, "Our attempt to connect was not answered.");

  private static final String OCCUPIED_ADVICE =
      " If this goes on, stop the other program, or give this connector an app key of its own in"
          + " kis.app.keys.";

  private Failures() {}

  static Failure of(Reply reply) {
    FailureKind kind =
        switch (reply.code().reaction()) {
          case APP_KEY_OCCUPIED -> FailureKind.OCCUPIED;
          case REISSUE_APPROVAL ->
              reply.code() == MessageCode.OPSP0010
                  ? FailureKind.APP_KEY_UNKNOWN
                  : FailureKind.APPROVAL_DEAD;
          case FAIL ->
              reply.code() == MessageCode.OPSP9994
                  ? FailureKind.APP_KEY_REFUSED
                  : FailureKind.FATAL;
          default -> FailureKind.SERVER_FAULT;
        };
    String advice = kind == FailureKind.OCCUPIED ? OCCUPIED_ADVICE : "";
    return new Failure(
        kind, "KIS says %s. %s%s".formatted(said(reply), reply.code().meaning(), advice));
  }

  static Failure of(ConnectFailure failure) {
    return new Failure(
        switch (failure.kind()) {
          case UNREACHABLE -> FailureKind.UNREACHABLE;
          case TIMEOUT, UPGRADE_REFUSED -> FailureKind.UPGRADE_REFUSED;
        },
        failure.detail());
  }

  static Failure of(CloseReason reason) {
    return new Failure(
        FailureKind.CONNECTION_LOST,
        "The connection was closed by %s, code %d%s."
            .formatted(
                reason.byPeer() ? "KIS" : "us",
                reason.code(),
                reason.phrase().isEmpty() ? "" : " (" + reason.phrase() + ")"));
  }

  /** A fault of our own code. */
  static Failure of(Throwable fault) {
    return new Failure(
        FailureKind.FATAL,
        "A fault of the connector itself ended the session (%s); restart the task, and report it."
            .formatted(fault.getClass().getSimpleName()));
  }

  /** The answer in the server's own words. */
  static String said(Reply reply) {
    return "%s (%s)".formatted(reply.rawCode(), reply.text());
  }
}
