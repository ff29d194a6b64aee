package io.github.kisconnect.soak;

import java.util.List;
import java.util.Map;

/**
 * A balance drawn up.
 *
 * @param sent records that the simulators sent, or would have sent to a session
 * @param delivered of these, in the topic at their place with equal columns, where need be with
 *     surplus ones in the malformed topic
 * @param quarantined of these, in the malformed topic with equal bytes
 * @param reportedLost of these, covered by a hole of their ticker
 * @param unreported of these, none of it
 * @param neverSent records of the topic that no simulator sent, or not twice
 * @param falselyReported delivered records that lie within a hole all the same
 * @param holes number of holes by reason
 * @param overflowed records lost for want of room in the queue, as the holes count them
 * @param longestTransitMicros longest way from simulator to connector
 */
public record Account(
    long sent,
    long delivered,
    long quarantined,
    long reportedLost,
    List<Sent> unreported,
    List<String> neverSent,
    long falselyReported,
    Map<String, Integer> holes,
    long overflowed,
    long longestTransitMicros) {

  private static final int SHOWN = 5;

  /** Whether every record is accounted for and none came from nowhere. */
  public boolean balances() {
    return unreported.isEmpty() && neverSent.isEmpty();
  }

  /** The ledger, one line per item. */
  @Override
  public String toString() {
    return """
        sent              %,12d
        delivered         %,12d
        quarantined       %,12d
        reported lost     %,12d
        unreported        %,12d %s
        never sent        %,12d %s
        falsely reported  %,12d (%.2f %% of the delivered)
        holes             %s
        longest transit   %,12d ms
        """
        .formatted(
            sent,
            delivered,
            quarantined,
            reportedLost,
            unreported.size(),
            some(unreported),
            neverSent.size(),
            some(neverSent),
            falselyReported,
            delivered == 0 ? 0.0 : 100.0 * falselyReported / delivered,
            holes,
            longestTransitMicros / 1000);
  }

  private static String some(List<?> things) {
    return things.isEmpty() ? "" : things.stream().limit(SHOWN).toList() + "";
  }
}
