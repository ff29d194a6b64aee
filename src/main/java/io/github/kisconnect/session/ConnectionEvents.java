package io.github.kisconnect.session;

import io.github.kisconnect.protocol.ControlMessage;

/**
 * What a {@link FeedReader} tells the session, on the session thread and in the order of events.
 */
interface ConnectionEvents {

  void opened(FeedReader reader);

  void connectFailed(FeedReader reader, Transport.ConnectFailure failure);

  void replied(FeedReader reader, ControlMessage.Reply reply, long receivedAtMicros);

  /** The first control message that could not be read. */
  void unreadable(FeedReader reader, String reason);

  /** The first record of a ticker that was not acknowledged yet. */
  void recordSeen(FeedReader reader, String ticker, long receivedAtMicros);

  void closed(FeedReader reader, Transport.CloseReason reason);

  /** A fault of our own code; nothing can be relied on any more. */
  void broken(Throwable fault);
}
