package io.github.kisconnect;

import io.github.kisconnect.gap.Gap;
import io.github.kisconnect.gap.GapReason;
import java.util.OptionalLong;

/** Made-up holes. */
final class Gaps {

  private Gaps() {}

  static Gap of(String ticker, GapReason reason) {
    return new Gap(
        ticker, reason, 1_000, OptionalLong.of(2_000), OptionalLong.of(3), "s1", "As made up.");
  }
}
