package io.github.kisconnect.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Until when nothing can be missing of what the server sent. */
class InboundMarksTest {

  private final VirtualTime time = new VirtualTime();
  private final InboundMarks marks = new InboundMarks(time);

  private void read(Duration handing) {
    marks.arrived();
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
    marks.arrived();
    marks.frame();

    assertCompleteUntil(Duration.ZERO);
  }

  @Test
  void isCompleteUntilFramesArrivedHoweverLongTheyTake() {
    time.advance(Duration.ofSeconds(1));
    marks.arrived();
    marks.frame();
    time.advance(Duration.ofSeconds(5));
    marks.frame();

    assertCompleteUntil(Duration.ofSeconds(1));
  }

  @Test
  void remembersWhenTheLastRecordArrived() {
    for (int i = 0; i < 2; i++) {
      time.advance(Duration.ofSeconds(1));
      marks.arrived();
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
    marks.arrived();
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
}
