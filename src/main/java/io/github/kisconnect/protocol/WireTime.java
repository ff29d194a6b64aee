package io.github.kisconnect.protocol;

import java.time.LocalDate;
import java.util.stream.IntStream;

/** Reads times and dates from the bytes of the wire; {@link WireNumber#INVALID} if not legal. */
final class WireTime {

  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2099;
  private static final int MONTHS = 12;

  /** The first day of every month of the century, and of the one after. */
  private static final int[] MONTH_STARTS =
      IntStream.rangeClosed(0, (LAST_YEAR - FIRST_YEAR + 1) * MONTHS)
          .map(month -> (int) LocalDate.of(FIRST_YEAR, 1, 1).plusMonths(month).toEpochDay())
          .toArray();

  private WireTime() {}

  /** HHMMSS as milliseconds since midnight. */
  static long millisOfDay(byte[] bytes, int from, int to) {
    if (to - from != 6) {
      return WireNumber.INVALID;
    }
    long digits = WireNumber.digits(bytes, from, to, 6);
    if (digits == WireNumber.INVALID) {
      return WireNumber.INVALID;
    }
    // Usual where a time is not yet known; no need to divide.
    if (digits == 0) {
      return 0;
    }
    long hour = digits / 10_000;
    long minute = digits / 100 % 100;
    long second = digits % 100;
    if (hour > 23 || minute > 59 || second > 59) {
      return WireNumber.INVALID;
    }
    return ((hour * 60 + minute) * 60 + second) * 1000;
  }

  /** YYYYMMDD of this century as days since 1970-01-01. */
  static long epochDay(byte[] bytes, int from, int to) {
    if (to - from != 8) {
      return WireNumber.INVALID;
    }
    long digits = WireNumber.digits(bytes, from, to, 8);
    if (digits == WireNumber.INVALID) {
      return WireNumber.INVALID;
    }
    int year = (int) (digits / 10_000);
    int month = (int) (digits / 100 % 100);
    int day = (int) (digits % 100);
    if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > MONTHS || day < 1) {
      return WireNumber.INVALID;
    }
    int monthOfCentury = (year - FIRST_YEAR) * MONTHS + month - 1;
    int beforeFirst = MONTH_STARTS[monthOfCentury] - 1;
    boolean legal = beforeFirst + day < MONTH_STARTS[monthOfCentury + 1];
    return legal ? beforeFirst + day : WireNumber.INVALID;
  }
}
