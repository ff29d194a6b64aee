package io.github.kisconnect.soak;

import io.github.kisconnect.quickstart.stack.AvroRecord;
import io.github.kisconnect.simulator.LedgerRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

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

  /** Whether a record of the topic has the same columns and key. */
  boolean isDeliveredAs(AvroRecord read) {
    return ticker.equals(read.key()) && Columns.sent(columns()).equals(Columns.read(read.value()));
  }

  /** Whether a record of the malformed topic has its bytes; of very long ones the first. */
  boolean isQuarantinedAs(AvroRecord read) {
    byte[] bytes = wire.getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer kept = (ByteBuffer) read.value().get("RAW_BYTES");
    return !intact
        && read.value().get("RAW_LENGTH").equals(bytes.length)
        && ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, kept.remaining())).equals(kept)
        && kept.hasRemaining();
  }

  private List<String> columns() {
    return List.of(wire.split("\\" + SEPARATOR, -1));
  }
}
