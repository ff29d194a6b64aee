package io.github.kisconnect;

import io.github.kisconnect.config.MalformedPolicy;
import io.github.kisconnect.gap.GapReason;
import io.github.kisconnect.gap.LossLedger;
import io.github.kisconnect.protocol.DecodedFrame;
import io.github.kisconnect.protocol.FrameOrigin;
import io.github.kisconnect.protocol.RejectReason;
import io.github.kisconnect.protocol.RejectedRecord;
import io.github.kisconnect.queue.HandoverQueue;
import io.github.kisconnect.session.RecordSink;
import java.util.List;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * Puts what a session received into the queue, and into the ledger what the topic will not get. On
 * the I/O thread.
 */
final class Intake implements RecordSink {

  private final HandoverQueue<Delivery> queue;
  private final LossLedger ledger;
  private final List<String> tickers;
  private final MalformedPolicy policy;
  private final boolean quarantine;

  /**
   * @param tickers of the task: any of them may be meant where a rejected piece names none
   * @param quarantine whether there is a topic for what could not be decoded
   */
  Intake(
      HandoverQueue<Delivery> queue,
      LossLedger ledger,
      List<String> tickers,
      MalformedPolicy policy,
      boolean quarantine) {
    this.queue = queue;
    this.ledger = ledger;
    this.tickers = tickers;
    this.policy = policy;
    this.quarantine = quarantine;
  }

  @Override
  public void accept(DecodedFrame frame, FrameOrigin origin) {
    for (DecodedFrame.IndexedTrade trade : frame.trades()) {
      queue.put(new Delivery.Trade(trade.trade(), origin, trade.index()));
    }
    for (RejectedRecord rejected : frame.rejected()) {
      reject(rejected, origin);
    }
  }

  private void reject(RejectedRecord rejected, FrameOrigin origin) {
    if (mayHaveBeenOurs(rejected.reason())) {
      noteHole(rejected, origin);
    }
    switch (policy) {
      case QUARANTINE -> {
        if (quarantine) {
          queue.put(new Delivery.Malformed(rejected, origin));
        }
      }
      case SKIP -> {}
      case FAIL ->
          queue.fail(
              new ConnectException(
                  "KIS sent a record that cannot be decoded, and malformed.policy is 'fail': "
                      + rejected.detail()
                      + ". Set malformed.policy to 'quarantine' and malformed.topic to keep such"
                      + " records aside and go on."));
    }
  }

  private static boolean mayHaveBeenOurs(RejectReason reason) {
    return reason != RejectReason.UNKNOWN_TICKER && reason != RejectReason.UNKNOWN_TR;
  }

  private void noteHole(RejectedRecord rejected, FrameOrigin origin) {
    if (rejected.ticker() == null) {
      ledger.lostUnknown(tickers, GapReason.MALFORMED, origin.receivedAtMicros(), origin.session());
    } else {
      ledger.lost(
          rejected.ticker(), GapReason.MALFORMED, origin.receivedAtMicros(), origin.session());
    }
  }
}
