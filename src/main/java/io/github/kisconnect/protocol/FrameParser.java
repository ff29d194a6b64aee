package io.github.kisconnect.protocol;

/** Splits an incoming text message into its envelope. Stateless; never throws on any input. */
public final class FrameParser {

  private FrameParser() {}

  /** Reads {@code bytes[0, length)}; the result refers to the array, which must not change. */
  public static Frame parse(byte[] bytes, int length) {
    throw new UnsupportedOperationException();
  }
}
