package io.github.kisconnect.record;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * A day in Korea, kept so that records of the same day need no calendar. Immutable.
 *
 * @param epochDay days since 1970-01-01
 * @param startMillis its midnight in Seoul, milliseconds since the epoch
 * @param text YYYYMMDD
 */
record BusinessDay(long epochDay, long startMillis, String text) {

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  static BusinessDay of(long epochDay) {
    LocalDate date = LocalDate.ofEpochDay(epochDay);
    return new BusinessDay(
        epochDay,
        date.atStartOfDay(SEOUL).toInstant().toEpochMilli(),
        date.format(DateTimeFormatter.BASIC_ISO_DATE));
  }
}
