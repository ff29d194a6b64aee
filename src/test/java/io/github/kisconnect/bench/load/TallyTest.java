package io.github.kisconnect.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What the consumer counts. */
class TallyTest {

  private static final long STAMP = 1_795_361_323_230_036L;

  private final Tally tally = new Tally();

  @Test
  void readsTheStampAtTheEndOfAnAvroValue() {
    tally.add(avro(STAMP), 157, STAMP + 1_500);

    assertThat(tally.reading().records()).isEqualTo(1);
    assertThat(tally.reading().max()).isEqualTo(1_500);
  }

  @Test
  void readsTheStampOfEveryRecordOfATextFrame() {
    String record = "x^".repeat(45);
    String frame = "0|H0STANC0|002|" + record + STAMP + "^" + record + (STAMP + 1);

    tally.add(frame.getBytes(StandardCharsets.UTF_8), 157, STAMP + 1_000);

    assertThat(tally.reading().records()).isEqualTo(2);
    assertThat(tally.reading().duplicates()).isZero();
  }

  @Test
  void countsWhatComesAgainOnlyAsDuplicate() {
    tally.add(avro(STAMP), 157, STAMP + 10);
    tally.add(avro(STAMP), 157, STAMP + 5_000);

    assertThat(tally.reading().records()).isEqualTo(1);
    assertThat(tally.reading().duplicates()).isEqualTo(1);
    assertThat(tally.reading().max()).isEqualTo(10);
  }

  @Test
  void addsUpTheSizes() {
    tally.add(avro(STAMP), 157, STAMP + 10);
    tally.add(avro(STAMP + 1), 163, STAMP + 10);

    assertThat(tally.reading().bytes()).isEqualTo(320);
  }

  @Test
  void startsOverAtReset() {
    tally.add(avro(STAMP), 157, STAMP + 10);

    tally.reset();
    tally.add(avro(STAMP), 157, STAMP + 20);

    assertThat(tally.reading().records()).isEqualTo(1);
    assertThat(tally.reading().max()).isEqualTo(20);
  }

  @Test
  void refusesAValueThatEndsWithSomethingElse() {
    assertThatThrownBy(() -> tally.add(new byte[40], 157, STAMP))
        .isInstanceOf(NumberFormatException.class);
  }

  private static byte[] avro(long stamp) {
    return ("\0....prices and volumes " + stamp + "\0").getBytes(StandardCharsets.US_ASCII);
  }
}
