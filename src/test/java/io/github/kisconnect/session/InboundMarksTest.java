package io.github.kisconnect.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Until when nothing can be missing of what the server sent. */
class InboundMarksTest {

  private final VirtualTime time = new VirtualTime();
  private final InboundMarks marks = new InboundMarks(time);

  /** Reads bytes while more may be waiting. */
  private void read(Duration handing) {
    read(false, handing);
  }

  private void readAll(Duration handing) {
    read(true, handing);
  }

  private void read(boolean all, Duration handing) {
    marks.arrived(all);
    marks.frame();
    time.advance(handing);
    marks.handled();
  }

  private void assertCompleteUntil(Duration elapsed) {
    assertThat(marks.completeUntilMicros())
        .hasValue(VirtualTime.EPOCH_MICROS + elapsed.toNanos() / 1_000);
  }

  @Test
  void knowsNothingBeforeTheFirstFrame() {
    assertThat(marks.completeUntilMicros()).isEmpty();
  }

  @Test
  void isCompleteUntilTheLastFrameOfAReaderThatIsNotHeldUp() {
    read(Duration.ZERO);
    time.advance(Duration.ofMillis(1));
    read(Duration.ZERO);

    assertCompleteUntil(Duration.ofMillis(1));
  }

  @Test
  void isCompleteUntilTheFrameThatHeldTheReaderUp() {
    time.advance(Duration.ofSeconds(1));
    read(Duration.ofSeconds(5));

    assertCompleteUntil(Duration.ofSeconds(1));
  }

  @Test
  void believesFramesThatWaitedMeanwhileToBeAsOldAsThat() {
    read(Duration.ofSeconds(5));
    read(Duration.ZERO);
    assertCompleteUntil(Duration.ZERO);
    read(Duration.ofSeconds(2));
    marks.arrived(false);
    marks.frame();

    assertCompleteUntil(Duration.ZERO);
  }

  @Test
  void isCompleteUntilFramesArrivedHoweverLongTheyTake() {
    time.advance(Duration.ofSeconds(1));
    marks.arrived(false);
    marks.frame();
    time.advance(Duration.ofSeconds(5));
    marks.frame();

    assertCompleteUntil(Duration.ofSeconds(1));
  }

  @Test
  void remembersWhenTheLastRecordArrived() {
    for (int i = 0; i < 2; i++) {
      time.advance(Duration.ofSeconds(1));
      marks.arrived(false);
      marks.frame();
      marks.record();
      marks.handled();
    }
    time.advance(Duration.ofSeconds(1));
    read(Duration.ZERO);

    assertThat(marks.dataMicros()).hasValue(VirtualTime.EPOCH_MICROS + 2_000_000);
  }

  @Test
  void takesTheTimeOfHandingOnForNoSilence() {
    read(Duration.ofSeconds(5));

    assertThat(marks.inboundNanos()).isEqualTo(time.nanoTime());
  }

  @Test
  void learnsNothingFromBytesWithoutAFrame() {
    read(Duration.ZERO);
    final long heardAt = marks.inboundNanos();
    time.advance(Duration.ofSeconds(1));
    marks.arrived(false);
    assertThat(marks.busy()).isTrue();
    marks.handled();

    assertThat(marks.busy()).isFalse();
    assertThat(marks.inboundNanos()).isEqualTo(heardAt);
    assertThat(marks.inboundMicros()).hasValue(VirtualTime.EPOCH_MICROS);
    assertCompleteUntil(Duration.ZERO);
  }

  @Test
  void isUpToDateAgainOnceTheReaderHadToWaitForAFrame() {
    read(Duration.ofSeconds(5));
    read(Duration.ZERO);
    time.advance(Duration.ofMillis(20));
    read(Duration.ZERO);

    assertCompleteUntil(Duration.ofMillis(5_020));
  }

  @Test
  void isUpToDateAgainOnceTheReaderHasReadAllThereWas() {
    readAll(Duration.ofSeconds(5));
    readAll(Duration.ofMillis(3));
    assertCompleteUntil(Duration.ZERO);

    readAll(Duration.ofMillis(1));

    assertCompleteUntil(Duration.ofSeconds(5));
  }

  @Test
  void staysUpToDateThroughAnyNumberOfFramesThatComeCloseTogether() {
    for (int i = 0; i < 10_000; i++) {
      time.advance(Duration.ofMillis(1));
      readAll(Duration.ofMillis(1));
    }

    assertCompleteUntil(Duration.ofMillis(2 * 10_000 - 1 - 1));
  }

  @Test
  void believesWhatCameDuringAStandstillOfTheProcessToBeAsOldAsThat() {
    beatEverySecond(3);
    readAll(Duration.ZERO);
    time.advance(Duration.ofSeconds(60));
    readAll(Duration.ZERO);
    assertCompleteUntil(Duration.ofSeconds(3));

    marks.beat();
    time.advance(Duration.ofMillis(100));
    readAll(Duration.ZERO);
    assertCompleteUntil(Duration.ofMillis(63_100));
  }

  @Test
  void remembersAStandstillThatTheSessionThreadWakesUpFromFirst() {
    beatEverySecond(3);
    readAll(Duration.ZERO);
    time.advance(Duration.ofSeconds(60));
    marks.beat();
    beatEverySecond(1);
    readAll(Duration.ZERO);

    assertCompleteUntil(Duration.ofSeconds(3));
  }

  @Test
  void waitsForNoBeatBeforeTheFirstAndAfterTheLast() {
    time.advance(Duration.ofSeconds(60));
    readAll(Duration.ZERO);
    assertCompleteUntil(Duration.ofSeconds(60));

    marks.beat();
    marks.lastBeat();
    time.advance(Duration.ofSeconds(60));
    readAll(Duration.ZERO);
    assertCompleteUntil(Duration.ofMinutes(2));
  }

  @Test
  void takesAQuietServerForNoStandstill() {
    readAll(Duration.ZERO);
    beatEverySecond(60);
    readAll(Duration.ZERO);

    assertCompleteUntil(Duration.ofSeconds(60));
  }

  private void beatEverySecond(int times) {
    for (int i = 0; i < times; i++) {
      time.advance(Duration.ofSeconds(1));
      marks.beat();
    }
  }
}
