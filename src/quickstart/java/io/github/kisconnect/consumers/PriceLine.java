package io.github.kisconnect.consumers;

import java.util.Locale;
import org.apache.avro.generic.GenericRecord;

/**
 * One line of the table, as text; {@code -} for a null.
 *
 * @param auction the code of the auction, {@code HOUR_CLS_CODE}
 * @param indications how many records of the ticker there are
 * @param holes how many holes of the ticker there are
 * @param lost records lost in the holes, as far as anybody knows
 */
record PriceLine(
    String ticker,
    String date,
    String time,
    String auction,
    String price,
    String volume,
    String indications,
    String holes,
    String lost) {

  static PriceLine of(String ticker, GenericRecord trade, long indications, long holes, long lost) {
    return new PriceLine(
        ticker,
        text(trade.get("BSOP_DATE")),
        text(trade.get("STCK_CNTG_HOUR")),
        text(trade.get("HOUR_CLS_CODE")),
        number((Long) trade.get("STCK_PRPR")),
        number((Long) trade.get("ACML_VOL")),
        number(indications),
        number(holes),
        number(lost));
  }

  private static String number(Long value) {
    return value == null ? "-" : String.format(Locale.ROOT, "%,d", value);
  }

  private static String text(Object value) {
    return value == null ? "-" : value.toString();
  }
}
