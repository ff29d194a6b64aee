package io.github.kisconnect.simulator;

import io.github.kisconnect.simulator.LedgerRecord.Outcome;
import io.github.kisconnect.simulator.market.MarketRecord;
import java.time.Instant;
import java.util.List;

/** Puts the data frames of one session on its wire and into the ledger. Event loop only. */
final class FeedWriter {

  private final SimulatedSession session;
  private final SessionCipher cipher;
  private final SessionContext context;
  private long frames;

  FeedWriter(SimulatedSession session, SessionCipher cipher, SessionContext context) {
    this.session = session;
    this.cipher = cipher;
    this.context = context;
  }

  long frames() {
    return frames;
  }

  /** One frame as it is, with the next flush of the wire; nothing enters the ledger. */
  void writeLater(byte[] frame) {
    frames++;
    session.wire().textLater(frame);
  }

  /** One frame; its records enter the ledger when the socket has taken or refused it. */
  void write(List<MarketRecord> records) {
    long number = ++frames;
    FrameDraft draft = new FrameDraft(records);
    context.faults().take(Fault.Corrupt.class).ifPresent(fault -> fault.how().apply(draft));
    Instant at = context.settings().clock().instant();
    session
        .wire()
        .text(
            draft.wire(cipher),
            done ->
                enter(draft, number, at, done.isSuccess() ? Outcome.WRITTEN : Outcome.NOT_WRITTEN));
  }

  private void enter(FrameDraft draft, long number, Instant at, Outcome outcome) {
    for (int index = 0; index < draft.size(); index++) {
      MarketRecord meant = draft.meant(index);
      context
          .ledger()
          .add(
              new LedgerRecord(
                  outcome,
                  session.id(),
                  number,
                  index,
                  meant.ticker(),
                  draft.fields(index),
                  draft.intact(index),
                  meant.exchangeTime(),
                  at));
    }
  }
}
