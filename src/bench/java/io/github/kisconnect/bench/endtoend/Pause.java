package io.github.kisconnect.bench.endtoend;

import java.time.Duration;
import org.awaitility.Awaitility;

/** Lets time pass. On the caller's thread. */
public final class Pause {

  private Pause() {}

  public static void of(Duration time) {
    Awaitility.await()
        .pollInSameThread()
        .pollDelay(time)
        .atMost(time.plusSeconds(5))
        .until(() -> true);
  }
}
