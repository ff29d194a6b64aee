package io.github.kisconnect.soak;

import io.github.kisconnect.quickstart.stack.AvroRecord;
import io.github.kisconnect.simulator.LedgerRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A record that a simulator sent, or would have sent to whoever had registered its ticker.
 *
 * @param atMicros when, microseconds since the epoch
 * @param wire the record as it was on the wire, one character per byte
 * @param intact whether a consumer must be able to read it
 */
record Sent(String ticker, long atMicros, String wire, boolean intact) {

  private static final String SEPARATOR = "^";

  static Sent of(LedgerRecord entry) {
    return new Sent(
        entry.ticker(),
        ChronoUnit.MICROS.between(Instant.EPOCH, entry.at()),
        String.join(SEPARATOR, entry.fields()),
        entry.intact());
  }

  /**
   * Columns at the end that a record of the topic has not, as they were on the wire; empty text
   * where it has them all, nothing where it is another record.
   */
  Optional<String> beyond(AvroRecord read) {
    List<String> columns = Columns.sent(List.of(wire.split("\\" + SEPARATOR, -1)));
    List<String> delivered = Columns.read(read.value());
    boolean same =
        ticker.equals(read.key())
            && delivered.size() <= columns.size()
            && delivered.equals(columns.subList(0, delivered.size()));
    return same
        ? Optional.of(String.join(SEPARATOR, columns.subList(delivered.size(), columns.size())))
        : Optional.empty();
  }

  /** Whether a record of the malformed topic has its bytes. */
  boolean isQuarantinedAs(AvroRecord read) {
    return !intact && isQuarantined(wire, read);
  }

  /** Whether a record of the malformed topic has these bytes; of very many the first. */
  static boolean isQuarantined(String wire, AvroRecord read) {
    byte[] bytes = wire.getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer kept = (ByteBuffer) read.value().get("RAW_BYTES");
    return read.value().get("RAW_LENGTH").equals(bytes.length)
        && ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, kept.remaining())).equals(kept)
        && kept.hasRemaining();
  }

  /** Enough to find it. */
  @Override
  public String toString() {
    return "%s at %d".formatted(ticker, atMicros);
  }
}
