package io.github.kisconnect.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times and dates from the wire. */
class WireTimeTest {

  @ParameterizedTest
  @ValueSource(strings = {"000000", "084945", "235959"})
  void readsLegalTimesAsMilliseconds(String text) {
    LocalTime time = LocalTime.parse(text, DateTimeFormatter.ofPattern("HHmmss"));

    assertThat(millisOfDay(text)).isEqualTo(time.toSecondOfDay() * 1000L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "240000", "236000", "230060", "84945", "0084945", "0   08", "-84945", "8:49:4"
      })
  void refusesIllegalTimes(String text) {
    assertThat(millisOfDay(text)).isEqualTo(WireNumber.INVALID);
  }

  @Test
  void readsEveryDayOfALeapYearAndTheNext() {
    LocalDate end = LocalDate.of(2025, 12, 31);
    for (LocalDate day = LocalDate.of(2024, 1, 1); !day.isAfter(end); day = day.plusDays(1)) {
      assertThat(epochDay(day.format(DateTimeFormatter.BASIC_ISO_DATE)))
          .isEqualTo(day.toEpochDay());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "20250229",
        "20240230",
        "20240431",
        "20241301",
        "20240001",
        "20240100",
        "19991231",
        "21000101",
        "2024426",
        "202404260",
        "2024-4-2",
        "00000000"
      })
  void refusesIllegalDates(String text) {
    assertThat(epochDay(text)).isEqualTo(WireNumber.INVALID);
  }

  private static long millisOfDay(String text) {
    byte[] bytes = Frames.bytes(text);
    return WireTime.millisOfDay(bytes, 0, bytes.length);
  }

  private static long epochDay(String text) {
    byte[] bytes = Frames.bytes(text);
    return WireTime.epochDay(bytes, 0, bytes.length);
  }
}
