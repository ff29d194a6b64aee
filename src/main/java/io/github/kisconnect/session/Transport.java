package io.github.kisconnect.session;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;

/** Opens WebSocket connections. Never blocks the caller. */
public interface Transport {

  /**
   * Starts one attempt. The listener hears exactly one of {@code opened} and {@code connectFailed}
   * within about {@code timeout}, and after {@code opened} exactly one {@code closed}.
   */
  Connection connect(URI uri, Duration timeout, Listener listener);

  /** One connection or attempt. Any thread. No method blocks for long or throws. */
  interface Connection {

    /** Sends a text frame; a failure shows as {@code closed}. */
    void sendText(String text);

    /** Sends an RFC 6455 Ping; the answer shows as {@code controlFrame}. */
    void sendPing();

    /** Sends an RFC 6455 Pong in answer to an application keepalive. */
    void sendPong(ByteBuffer payload);

    /**
     * Closes with 1000 and waits for the peer's close in the background, {@code budget} at most;
     * then {@code closed}. An attempt that is not yet open is closed as soon as it opens.
     */
    void close(Duration budget);
  }

  /** Hears of one connection, on I/O threads, one call at a time. */
  interface Listener {
    void opened();

    void connectFailed(ConnectFailure failure);

    /**
     * Bytes were read; the frames from here to {@link #handled} came with them.
     *
     * @param all whether these are known to be all that had come
     */
    void arrived(boolean all);

    /** A whole text message, not validated; the bytes are the listener's. */
    void message(byte[] bytes);

    /** A Ping or Pong of the server came. */
    void controlFrame();

    /** All that arrived is told. */
    void handled();

    void closed(CloseReason reason);
  }

  /**
   * Why no connection came about.
   *
   * @param detail one sentence without secrets
   */
  record ConnectFailure(Kind kind, String detail) {
    /** Class of the failure. */
    public enum Kind {
      /** TCP refused or unreachable, name not found. */
      UNREACHABLE,
      /** No answer in time. */
      TIMEOUT,
      /** The upgrade was answered with another HTTP status, garbage, or a close. */
      UPGRADE_REFUSED
    }
  }

  /**
   * How a connection ended.
   *
   * @param code the close code; 1006 where there was no close frame
   * @param byPeer false where we began the closing handshake
   * @param acknowledged whether both close frames were seen
   */
  record CloseReason(int code, String phrase, boolean byPeer, boolean acknowledged) {}
}
