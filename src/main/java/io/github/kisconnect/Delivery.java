package io.github.kisconnect;

import io.github.kisconnect.gap.GapReason;
import io.github.kisconnect.gap.LossLedger;
import io.github.kisconnect.protocol.ExpectedTrade;
import io.github.kisconnect.protocol.FrameOrigin;
import io.github.kisconnect.protocol.RejectedRecord;

/** What waits in the queue between the I/O thread and {@code poll()}. Immutable. */
sealed interface Delivery {

  FrameOrigin origin();

  /** Tells the ledger that the queue had no room for it. On the thread that lost it. */
  void noteLoss(LossLedger ledger);

  /** Approximate heap bytes held while waiting. */
  int weight();

  /**
   * A record for the topic.
   *
   * @param index place of the record in its frame, from 0
   */
  record Trade(ExpectedTrade trade, FrameOrigin origin, int index) implements Delivery {

    /** 45 packed longs, the table of texts and a handful of short strings. */
    private static final int TYPICAL_BYTES = 1024;

    @Override
    public int weight() {
      return TYPICAL_BYTES;
    }

    @Override
    public void noteLoss(LossLedger ledger) {
      ledger.lost(trade.ticker(), GapReason.OVERFLOW, origin.receivedAtMicros(), origin.session());
    }
  }

  /** Bytes for the malformed topic. */
  record Malformed(RejectedRecord rejected, FrameOrigin origin) implements Delivery {

    private static final int OVERHEAD_BYTES = 256;

    @Override
    public int weight() {
      return OVERHEAD_BYTES + rejected.bytes().length;
    }

    /** What it is missing from the topic for was noted when it was rejected. */
    @Override
    public void noteLoss(LossLedger ledger) {}
  }
}
