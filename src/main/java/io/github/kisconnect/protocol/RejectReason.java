package io.github.kisconnect.protocol;

/** Why a piece of a frame is no record. */
public enum RejectReason {
  UNREADABLE_FRAME,
  UNKNOWN_TR,
  UNDECRYPTABLE,
  WRONG_WIDTH,
  UNKNOWN_TICKER,
  BAD_VALUE
}
