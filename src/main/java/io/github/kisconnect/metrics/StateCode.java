package io.github.kisconnect.metrics;

import io.github.kisconnect.session.SessionState;

/** The numbers of the states, for what can only draw numbers. They never change. */
public final class StateCode {

  private StateCode() {}

  /** The number of a state. */
  public static int of(SessionState state) {
    return switch (state) {
      case IDLE -> 0;
      case APPROVING -> 1;
      case CONNECTING -> 2;
      case SUBSCRIBING -> 3;
      case LIVE -> 4;
      case QUIET -> 5;
      case STALE -> 6;
      case CLOSING -> 7;
      case BACKING_OFF -> 8;
      case OCCUPIED -> 9;
      case SUSPENDED -> 10;
      case FAILED -> 11;
      case CLOSED -> 12;
    };
  }
}
