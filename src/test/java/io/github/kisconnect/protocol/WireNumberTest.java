package io.github.kisconnect.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers from the wire: exact or refused, never rounded. */
class WireNumberTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "7, 7",
    "-7, -7",
    "-0, 0",
    "000123, 123",
    "999999999999, 999999999999",
    "-999999999999, -999999999999"
  })
  void readsWholeNumbers(String text, long value) {
    assertThat(integer(text, 12, true)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "--1",
        "+1",
        "1 ",
        " 1",
        "1.0",
        "1e3",
        "0x10",
        "1_000",
        "1,000",
        "\u0661",
        "1234567890123",
        "137438953472137438953472137438953472",
        "\u0000",
        "12\u0080"
      })
  void refusesWhatIsNoWholeNumber(String text) {
    assertThat(integer(text, 12, true)).isEqualTo(WireNumber.INVALID);
  }

  @Test
  void refusesNegativeNumbersWhereNoneBelongs() {
    assertThat(integer("-1", 9, false)).isEqualTo(WireNumber.INVALID);
    assertThat(decimal("-0.01", false)).isEqualTo(WireNumber.INVALID);
  }

  @Test
  void negativeZeroIsZeroEverywhere() {
    assertThat(integer("-0", 9, false)).isZero();
    assertThat(decimal("-0.00", false)).isZero();
    assertThat(decimal("-0.00", true)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "0.00, 0",
    "1.70, 170",
    "-3.14, -314",
    "-12.08, -1208",
    "-0.05, -5",
    "1.7, 170",
    "12, 1200",
    "62700.41, 6270041",
    "-62700.41, -6270041",
    "627000.41, 62700041",
    "00000.10, 10",
    "999999999999.99, 99999999999999"
  })
  void readsDecimalsAsHundredths(String text, long hundredths) {
    assertThat(decimal(text, true)).isEqualTo(hundredths);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        ".",
        "1.",
        ".5",
        "1.234",
        "1.000",
        "1.2.3",
        "1.-2",
        "1..50",
        "--1.50",
        "1-1.50",
        "12x45.00",
        "1. 2",
        "1,5",
        "NaN",
        "1e2",
        "1234567890123.00"
      })
  void refusesDecimalsThatWouldHaveToBeGuessedOrRounded(String text) {
    assertThat(decimal(text, true)).isEqualTo(WireNumber.INVALID);
  }

  @Test
  void readsOnlyTheGivenRange() {
    byte[] bytes = Frames.bytes("9123^9");

    assertThat(WireNumber.integer(bytes, 1, 4, 9, false)).isEqualTo(123);
  }

  private static long integer(String text, int maxDigits, boolean signed) {
    return sameAnywhere(
        text, (bytes, from, to) -> WireNumber.integer(bytes, from, to, maxDigits, signed));
  }

  private static long decimal(String text, boolean signed) {
    return sameAnywhere(
        text, (bytes, from, to) -> WireNumber.decimal2(bytes, from, to, 12, signed));
  }

  /** At the beginning of a payload there is no whole word of bytes before the end of a number. */
  private static long sameAnywhere(String text, Reading reading) {
    byte[] alone = Frames.bytes(text);
    String before = "12345.67^89.00^";
    byte[] between = Frames.bytes(before + text + "^7.7");
    long value = reading.read(alone, 0, alone.length);
    assertThat(reading.read(between, before.length(), before.length() + alone.length))
        .isEqualTo(value);
    return value;
  }

  /** A way to read a number. */
  private interface Reading {
    long read(byte[] bytes, int from, int to);
  }
}
