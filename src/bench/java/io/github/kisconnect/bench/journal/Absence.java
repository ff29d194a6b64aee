package io.github.kisconnect.bench.journal;

import java.time.Duration;
import java.time.Instant;

/** A time in which no session had a ticker registered that one had before and one has after. */
public record Absence(String ticker, Instant begin, Instant end) {

  public Duration lasting() {
    return Duration.between(begin, end);
  }
}
