package io.github.kisconnect.transport;

import io.github.kisconnect.session.TimeSource;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** The time of the machine. Any thread. */
public final class SystemTime implements TimeSource {

  private final LongSupplier nanos = System::nanoTime;
  private final Clock clock = Clock.systemUTC();

  @Override
  public long nanoTime() {
    return nanos.getAsLong();
  }

  @Override
  public long epochMicros() {
    Instant now = clock.instant();
    return TimeUnit.SECONDS.toMicros(now.getEpochSecond())
        + TimeUnit.NANOSECONDS.toMicros(now.getNano());
  }
}
