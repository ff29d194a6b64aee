package io.github.kisconnect.bench.gauge;

import java.util.HashMap;
import java.util.Map;

/**
 * Processor time of a JVM's Java threads, by their names, in nanoseconds. Immutable.
 *
 * @param all exactly
 * @param kernel the part of it that is spent in the kernel, on system calls and wake-ups; to about
 *     10 ms
 */
public record ThreadTimes(Map<String, Long> all, Map<String, Long> kernel) {

  public ThreadTimes {
    all = Map.copyOf(all);
    kernel = Map.copyOf(kernel);
  }

  /** What came to it since; a thread that has ended since is missing. */
  public ThreadTimes since(ThreadTimes earlier) {
    return new ThreadTimes(difference(all, earlier.all), difference(kernel, earlier.kernel));
  }

  private static Map<String, Long> difference(Map<String, Long> now, Map<String, Long> earlier) {
    Map<String, Long> difference = new HashMap<>(now);
    difference.replaceAll((name, nanos) -> nanos - earlier.getOrDefault(name, 0L));
    return difference;
  }
}
