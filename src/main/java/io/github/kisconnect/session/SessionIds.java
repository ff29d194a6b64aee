package io.github.kisconnect.session;

import java.util.random.RandomGenerator;

/**
 * Makes ids of connections: time first, so that they sort by age, then chance, so that two
 * processes never give the same.
 */
final class SessionIds {

  private static final int RADIX = 36;
  private static final int SUFFIXES = RADIX * RADIX * RADIX * RADIX;

  private SessionIds() {}

  static String next(long epochMicros, RandomGenerator random) {
    String suffix = Integer.toString(SUFFIXES + random.nextInt(SUFFIXES), RADIX).substring(1);
    return Long.toString(epochMicros, RADIX) + "-" + suffix;
  }
}
