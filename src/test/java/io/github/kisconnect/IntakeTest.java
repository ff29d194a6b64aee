package io.github.kisconnect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kisconnect.config.MalformedPolicy;
import io.github.kisconnect.gap.Gap;
import io.github.kisconnect.gap.GapReason;
import io.github.kisconnect.gap.LossLedger;
import io.github.kisconnect.protocol.DecodedFrame;
import io.github.kisconnect.protocol.FrameOrigin;
import io.github.kisconnect.protocol.RejectReason;
import io.github.kisconnect.protocol.RejectedRecord;
import io.github.kisconnect.queue.HandoverQueue;
import io.github.kisconnect.queue.OverflowPolicy;
import io.github.kisconnect.record.TradeFrames;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What of a frame goes into the queue, and what into the ledger. */
class IntakeTest {

  private static final List<String> TICKERS = List.of("005930", "000660");
  private static final FrameOrigin ORIGIN = new FrameOrigin("H0STANC0", "s1", 7, 1_780_000_000L);

  private final LossLedger ledger = new LossLedger();
  private final HandoverQueue<Delivery> queue = queue(100);

  @Test
  void queuesTheRecordsOfAFrameInOrderAndThenWhatWasRejected() throws InterruptedException {
    final RejectedRecord rejected = rejected(RejectReason.BAD_VALUE, "005930");
    intake(MalformedPolicy.QUARANTINE, true)
        .accept(
            new DecodedFrame(TradeFrames.trades(TradeFrames.OF_2026), List.of(rejected), 46),
            ORIGIN);

    assertThat(taken())
        .hasSize(3)
        .satisfiesExactly(
            first -> assertThat(((Delivery.Trade) first).index()).isZero(),
            second -> assertThat(((Delivery.Trade) second).index()).isEqualTo(1),
            third -> assertThat(third).isEqualTo(new Delivery.Malformed(rejected, ORIGIN)));
  }

  @Test
  void notesAHoleOfTheTickerThatARejectedPieceNames() {
    accept(MalformedPolicy.SKIP, true, rejected(RejectReason.BAD_VALUE, "000660"));

    assertThat(ledger.drain(Long.MAX_VALUE))
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.ticker()).isEqualTo("000660");
              assertThat(gap.reason()).isEqualTo(GapReason.MALFORMED);
              assertThat(gap.fromMicros()).isEqualTo(ORIGIN.receivedAtMicros() - 1_000_000);
              assertThat(gap.recordsLost()).isEqualTo(OptionalLong.of(1));
            });
  }

  @Test
  void notesAHoleOfEveryTickerWhereARejectedPieceNamesNone() {
    accept(MalformedPolicy.SKIP, true, rejected(RejectReason.UNREADABLE_FRAME, null));

    assertThat(ledger.drain(Long.MAX_VALUE))
        .extracting(Gap::ticker)
        .containsExactlyElementsOf(TICKERS);
  }

  @ParameterizedTest
  @EnumSource(names = {"UNKNOWN_TICKER", "UNKNOWN_TR"})
  void keepsAsideButMissesNothingThatWasNeverAskedFor(RejectReason reason)
      throws InterruptedException {
    accept(MalformedPolicy.QUARANTINE, true, rejected(reason, null));

    assertThat(ledger.drain(Long.MAX_VALUE)).isEmpty();
    assertThat(taken()).hasSize(1);
  }

  @Test
  void queuesNothingWhereThereIsNoTopicForSpoiltRecords() throws InterruptedException {
    accept(MalformedPolicy.QUARANTINE, false, rejected(RejectReason.BAD_VALUE, "005930"));

    assertThat(taken()).isEmpty();
    assertThat(ledger.drain(Long.MAX_VALUE)).hasSize(1);
  }

  @Test
  void queuesNothingWhereSpoiltRecordsAreSkipped() throws InterruptedException {
    accept(MalformedPolicy.SKIP, true, rejected(RejectReason.BAD_VALUE, "005930"));

    assertThat(taken()).isEmpty();
  }

  @Test
  void failsTheQueueWhereASpoiltRecordIsFatal() {
    accept(MalformedPolicy.FAIL, true, rejected(RejectReason.BAD_VALUE, "005930"));

    assertThatThrownBy(this::taken)
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining("STCK_PRPR is 'x'")
        .hasMessageContaining("malformed.policy");
  }

  @Test
  void notesARecordForWhichTheQueueHasNoRoom() {
    final HandoverQueue<Delivery> small = queue(1);
    new Intake(small, ledger, TICKERS, MalformedPolicy.SKIP, false)
        .accept(new DecodedFrame(TradeFrames.trades(TradeFrames.OF_2026), List.of(), 46), ORIGIN);

    assertThat(ledger.drain(Long.MAX_VALUE))
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.reason()).isEqualTo(GapReason.OVERFLOW);
              assertThat(gap.session()).isEqualTo("s1");
              assertThat(gap.recordsLost()).isEqualTo(OptionalLong.of(1));
            });
  }

  @Test
  void weighsSpoiltRecordsByTheirBytes() {
    final Delivery large =
        new Delivery.Malformed(
            new RejectedRecord(RejectReason.BAD_VALUE, "", new byte[1 << 20], 0, null), ORIGIN);

    assertThat(large.weight()).isGreaterThan(1 << 20);
  }

  private void accept(MalformedPolicy policy, boolean quarantine, RejectedRecord rejected) {
    intake(policy, quarantine).accept(new DecodedFrame(List.of(), List.of(rejected), 45), ORIGIN);
  }

  private Intake intake(MalformedPolicy policy, boolean quarantine) {
    return new Intake(queue, ledger, TICKERS, policy, quarantine);
  }

  private List<Delivery> taken() throws InterruptedException {
    return queue.take(100, Duration.ZERO);
  }

  private HandoverQueue<Delivery> queue(int capacity) {
    return new HandoverQueue<>(
        capacity,
        1 << 30,
        OverflowPolicy.DROP_OLDEST,
        Duration.ZERO,
        Delivery::weight,
        lost -> lost.noteLoss(ledger));
  }

  private static RejectedRecord rejected(RejectReason reason, String ticker) {
    return new RejectedRecord(reason, "STCK_PRPR is 'x'", "005930^x".getBytes(UTF_8), 2, ticker);
  }
}
