package io.github.kisconnect.bench.journal;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;

/**
 * A record of the gap topic: from when to when records of a ticker may be missing, both inclusive.
 *
 * @param to empty where no end is known
 */
public record Hole(String ticker, String reason, Instant from, Optional<Instant> to) {

  /** Reads the value of the record. */
  public static Hole of(GenericRecord gap) {
    return new Hole(
        gap.get("MKSC_SHRN_ISCD").toString(),
        gap.get("REASON").toString(),
        instant((Long) gap.get("FROM_MICROS")),
        Optional.ofNullable((Long) gap.get("TO_MICROS")).map(Hole::instant));
  }

  /** How long it is; nothing without an end. */
  public Optional<Duration> lasting() {
    return to.map(end -> Duration.between(from, end));
  }

  /** Whether it reaches over all of an absence of its ticker. */
  boolean covers(Absence absence) {
    return ticker.equals(absence.ticker())
        && !from.isAfter(absence.begin())
        && to.filter(end -> end.isBefore(absence.end())).isEmpty();
  }

  /** Whether a later record says more of the same hole. */
  boolean isSame(Hole other) {
    return ticker.equals(other.ticker) && reason.equals(other.reason) && from.equals(other.from);
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
