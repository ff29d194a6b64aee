package io.github.kisconnect.protocol;

/** How a {@code PINGPONG} of the server is answered; both ways are accepted (kis-protocol 3). */
public enum PingPongReply {
  /** The identical text goes back. */
  ECHO,
  /** An RFC 6455 Pong goes back, with the text as its payload. */
  PONG
}
