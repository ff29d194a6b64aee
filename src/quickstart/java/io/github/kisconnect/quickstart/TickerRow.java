package io.github.kisconnect.quickstart;

import io.github.kisconnect.quickstart.stack.AvroRecord;
import java.time.Duration;
import java.util.Locale;
import org.apache.avro.generic.GenericRecord;

/**
 * One line of the table: the latest record of a ticker, as text; {@code -} for a null.
 *
 * @param time of the indication, in Korea
 * @param records how many records of the ticker have been read
 */
record TickerRow(
    String ticker,
    String expectedPrice,
    String change,
    String changePercent,
    String expectedVolume,
    String turnover,
    String time,
    String records,
    String latency) {

  static TickerRow of(AvroRecord read, long records, Duration latency) {
    GenericRecord value = read.value();
    return new TickerRow(
        read.key(),
        number("%,d", value.get("STCK_PRPR")),
        number("%+,d", value.get("PRDY_VRSS")),
        text(value.get("PRDY_CTRT")),
        number("%,d", value.get("ACML_VOL")),
        number("%,d", value.get("ACML_TR_PBMN")),
        text(value.get("STCK_CNTG_HOUR")),
        number("%,d", records),
        number("%,d ms", latency.toMillis()));
  }

  private static String number(String format, Object value) {
    return value == null ? "-" : String.format(Locale.ROOT, format, value);
  }

  private static String text(Object value) {
    return value == null ? "-" : value.toString();
  }
}
