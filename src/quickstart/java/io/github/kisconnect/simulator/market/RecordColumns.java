package io.github.kisconnect.simulator.market;

import io.github.kisconnect.protocol.ExpectedTradeField;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Writes an indication into the columns of H0STANC0 as they look before the open (kis-protocol 5):
 * nothing has been traded, so whatever tells of trades is zero.
 */
final class RecordColumns {

  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HHmmss");
  private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;
  private static final String MARKET_CLASS = "2";

  private final int width;

  RecordColumns(int width) {
    if (width < ExpectedTradeField.count()) {
      throw new IllegalArgumentException(
          "A record has at least %d columns, not %d.".formatted(ExpectedTradeField.count(), width));
    }
    this.width = width;
  }

  List<String> fields(Listing listing, Indication indication, LocalDateTime now) {
    Map<ExpectedTradeField, String> record = beforeTheOpen();
    putIdentity(record, listing, now);
    putPrices(record, listing, indication);
    putQuantities(record, listing, indication);
    List<String> fields = new ArrayList<>(record.values());
    putExtraColumns(fields, listing);
    return fields;
  }

  private static Map<ExpectedTradeField, String> beforeTheOpen() {
    Map<ExpectedTradeField, String> record = new EnumMap<>(ExpectedTradeField.class);
    for (ExpectedTradeField field : ExpectedTradeField.values()) {
      record.put(
          field,
          switch (field.type()) {
            case TIME -> "000000";
            case DECIMAL2 -> "0.00";
            default -> "0";
          });
    }
    record.put(ExpectedTradeField.OPRC_VRSS_PRPR_SIGN, "3");
    record.put(ExpectedTradeField.HGPR_VRSS_PRPR_SIGN, "3");
    record.put(ExpectedTradeField.LWPR_VRSS_PRPR_SIGN, "3");
    record.put(ExpectedTradeField.SHNU_RATE, "0.01");
    record.put(ExpectedTradeField.NEW_MKOP_CLS_CODE, "00");
    record.put(ExpectedTradeField.TRHT_YN, "N");
    record.put(ExpectedTradeField.HOUR_CLS_CODE, "B");
    record.put(ExpectedTradeField.MRKT_TRTM_CLS_CODE, "");
    return record;
  }

  private static void putIdentity(
      Map<ExpectedTradeField, String> record, Listing listing, LocalDateTime now) {
    record.put(ExpectedTradeField.MKSC_SHRN_ISCD, listing.ticker());
    record.put(ExpectedTradeField.STCK_CNTG_HOUR, now.format(HOUR));
    record.put(ExpectedTradeField.BSOP_DATE, now.format(DATE));
  }

  private static void putPrices(
      Map<ExpectedTradeField, String> record, Listing listing, Indication indication) {
    long change = indication.price() - listing.previousClose();
    record.put(ExpectedTradeField.STCK_PRPR, text(indication.price()));
    record.put(ExpectedTradeField.PRDY_VRSS_SIGN, sign(listing, indication.price()));
    record.put(ExpectedTradeField.PRDY_VRSS, text(change));
    record.put(ExpectedTradeField.PRDY_CTRT, percent(change, listing.previousClose()));
    record.put(ExpectedTradeField.ASKP1, text(indication.ask()));
    record.put(ExpectedTradeField.BIDP1, text(indication.bid()));
  }

  private static void putQuantities(
      Map<ExpectedTradeField, String> record, Listing listing, Indication indication) {
    long volume = indication.volume();
    record.put(ExpectedTradeField.CNTG_VOL, text(indication.volumeChange()));
    record.put(ExpectedTradeField.ACML_VOL, text(volume));
    record.put(ExpectedTradeField.ACML_TR_PBMN, text(indication.price() * volume));
    record.put(ExpectedTradeField.CNTG_CLS_CODE, indication.buyersLead() ? "1" : "5");
    record.put(ExpectedTradeField.ASKP_RSQN1, text(indication.askQuantity()));
    record.put(ExpectedTradeField.BIDP_RSQN1, text(indication.bidQuantity()));
    record.put(ExpectedTradeField.TOTAL_ASKP_RSQN, text(indication.totalAskQuantity()));
    record.put(ExpectedTradeField.TOTAL_BIDP_RSQN, text(indication.totalBidQuantity()));
    record.put(ExpectedTradeField.VOL_TNRT, percent(volume, listing.listedShares()));
  }

  private void putExtraColumns(List<String> fields, Listing listing) {
    List<String> known = List.of(text(listing.previousClose()), MARKET_CLASS);
    for (int extra = 0; fields.size() < width; extra++) {
      fields.add(extra < known.size() ? known.get(extra) : "");
    }
  }

  private static String sign(Listing listing, long price) {
    if (price == listing.previousClose()) {
      return "3";
    }
    if (price > listing.previousClose()) {
      return price == listing.upperLimit() ? "1" : "2";
    }
    return price == listing.lowerLimit() ? "4" : "5";
  }

  private static String percent(long part, long whole) {
    return BigDecimal.valueOf(part)
        .movePointRight(2)
        .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP)
        .toPlainString();
  }

  private static String text(long number) {
    return Long.toString(number);
  }
}
