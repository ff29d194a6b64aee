package io.github.kisconnect.protocol;

/**
 * Decodes the payload of data frames into records by the algorithm of kis-protocol 4.3. One
 * instance for one session, used by one thread at a time; never throws on any input.
 */
public final class RecordDecoder {

  public RecordDecoder(Tickers tickers) {
    throw new UnsupportedOperationException();
  }

  /**
   * Decodes every record of a frame; what cannot be decoded is rejected alone.
   *
   * @param cipherKey key of the TR's acknowledgement, or null where none came
   */
  public DecodedFrame decode(Frame.Data frame, CipherKey cipherKey) {
    throw new UnsupportedOperationException();
  }
}
