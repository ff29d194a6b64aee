package io.github.kisconnect.record;

import io.github.kisconnect.protocol.FrameOrigin;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.header.Headers;

/**
 * Makes the headers of the records of one session, which share those that are the same in all of
 * them. Immutable, as every header is.
 */
final class SessionHeaders {

  private final String trId;
  private final String session;
  private final Header trIdHeader;
  private final Header sessionHeader;

  SessionHeaders(String trId, String session) {
    this.trId = trId;
    this.session = session;
    this.trIdHeader = header("kis.tr.id", trId);
    this.sessionHeader = header("kis.session", session);
  }

  boolean isOf(FrameOrigin origin) {
    return session.equals(origin.session()) && trId.equals(origin.trId());
  }

  /**
   * Identifies a record by session, frame and index.
   *
   * @param index position in the frame, from 0
   */
  Headers headers(FrameOrigin origin, int index) {
    return new ConnectHeaders()
        .add(trIdHeader)
        .addLong("kis.received.at", origin.receivedAtMicros())
        .add(sessionHeader)
        .addLong("kis.frame", origin.frame())
        .addInt("kis.index", index);
  }

  private static Header header(String key, String value) {
    return new ConnectHeaders().addString(key, value).lastWithName(key);
  }
}
