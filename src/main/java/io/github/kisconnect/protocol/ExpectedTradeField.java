package io.github.kisconnect.protocol;

import java.util.Arrays;
import java.util.List;

/** The table of the fields of one H0STANC0 record, in the order of the wire. */
public enum ExpectedTradeField {
  MKSC_SHRN_ISCD(
      0,
      FieldForm.TICKER,
      "유가증권단축종목코드",
      "code",
      "Short code of the stock: usually six digits, letters in newer codes, Q first for an ETN."),
  STCK_CNTG_HOUR(
      1,
      FieldForm.TIME,
      "주식체결시간",
      "time of day in Asia/Seoul",
      "Time of this indication; several records of one second may share it."),
  STCK_PRPR(
      2,
      FieldForm.PRICE,
      "주식현재가",
      "KRW",
      "Expected execution price of the running auction; 0 where no orders cross."),
  PRDY_VRSS_SIGN(
      3,
      FieldForm.CODE,
      "전일대비구분",
      "code",
      "Direction of the expected price against the previous close:"
          + " 1 upper limit, 2 up, 3 flat, 4 lower limit, 5 down."),
  PRDY_VRSS(
      4,
      FieldForm.PRICE_CHANGE,
      "전일대비",
      "KRW",
      "Expected execution price minus the previous close, signed."),
  PRDY_CTRT(
      5,
      FieldForm.SIGNED_DECIMAL,
      "등락율",
      "%",
      "Expected execution price against the previous close, signed."),
  WGHN_AVRG_STCK_PRC(
      6,
      FieldForm.DECIMAL,
      "가중평균주식가격",
      "KRW",
      "Volume-weighted average price of the day's executions; 0.00 before the first one."),
  STCK_OPRC(7, FieldForm.PRICE, "시가", "KRW", "Opening price of the day; 0 before the open."),
  STCK_HGPR(8, FieldForm.PRICE, "고가", "KRW", "Highest price executed today; 0 before the open."),
  STCK_LWPR(9, FieldForm.PRICE, "저가", "KRW", "Lowest price executed today; 0 before the open."),
  ASKP1(10, FieldForm.PRICE, "매도호가", "KRW", "Best ask price; 0 where nobody offers."),
  BIDP1(11, FieldForm.PRICE, "매수호가", "KRW", "Best bid price; 0 where nobody bids."),
  CNTG_VOL(
      12,
      FieldForm.SIGNED_QUANTITY,
      "거래량",
      "shares",
      "Change of the expected volume since the previous indication; not an executed volume."),
  ACML_VOL(
      13,
      FieldForm.QUANTITY,
      "누적거래량",
      "shares",
      "Total expected volume: what would be executed at the expected price;"
          + " before the open not the day's traded volume."),
  ACML_TR_PBMN(
      14,
      FieldForm.AMOUNT,
      "누적거래대금",
      "KRW",
      "Expected turnover: before the open the expected price times the total expected volume."),
  SELN_CNTG_CSNU(
      15,
      FieldForm.QUANTITY,
      "매도체결건수",
      "executions",
      "Number of executions today that a seller initiated; 0 before the open."),
  SHNU_CNTG_CSNU(
      16,
      FieldForm.QUANTITY,
      "매수체결건수",
      "executions",
      "Number of executions today that a buyer initiated; 0 before the open."),
  NTBY_CNTG_CSNU(
      17,
      FieldForm.SIGNED_QUANTITY,
      "순매수체결건수",
      "executions",
      "Buyer-initiated minus seller-initiated executions today, signed; 0 before the open."),
  CTTR(
      18,
      FieldForm.DECIMAL,
      "체결강도",
      "%",
      "Trade strength: buyer-initiated against seller-initiated volume; 0.00 before the open."),
  SELN_CNTG_SMTN(
      19,
      FieldForm.QUANTITY,
      "총매도수량",
      "shares",
      "Volume executed today that sellers initiated; 0 before the open."),
  SHNU_CNTG_SMTN(
      20,
      FieldForm.QUANTITY,
      "총매수수량",
      "shares",
      "Volume executed today that buyers initiated; 0 before the open."),
  CNTG_CLS_CODE(
      21,
      FieldForm.CODE,
      "체결구분",
      "code",
      "Execution class as sent: for executions 1 buy, 3 before the open, 5 sell;"
          + " 1 and 5 are also seen before the open, where they say nothing."),
  SHNU_RATE(
      22,
      FieldForm.DECIMAL,
      "매수비율",
      "%",
      "Share of buyer-initiated volume; before the open a constant 0.01 without meaning."),
  PRDY_VOL_VRSS_ACML_VOL_RATE(
      23,
      FieldForm.SIGNED_DECIMAL,
      "전일거래량대비등락율",
      "%",
      "Volume against the volume of the previous day; 0.00 before the open."),
  OPRC_HOUR(
      24,
      FieldForm.TIME_IF_ANY,
      "시가시간",
      "time of day in Asia/Seoul",
      "Time of the opening price; null before the open."),
  OPRC_VRSS_PRPR_SIGN(
      25,
      FieldForm.CODE,
      "시가대비구분",
      "code",
      "Direction of the expected price against the opening price:"
          + " 1 upper limit, 2 up, 3 flat, 4 lower limit, 5 down."),
  OPRC_VRSS_PRPR(
      26,
      FieldForm.PRICE_CHANGE,
      "시가대비",
      "KRW",
      "Expected execution price minus the opening price, signed; 0 before the open."),
  HGPR_HOUR(
      27,
      FieldForm.TIME_IF_ANY,
      "최고가시간",
      "time of day in Asia/Seoul",
      "Time of the day's highest price; null before the open."),
  HGPR_VRSS_PRPR_SIGN(
      28,
      FieldForm.CODE,
      "고가대비구분",
      "code",
      "Direction of the expected price against the day's highest price:"
          + " 1 upper limit, 2 up, 3 flat, 4 lower limit, 5 down."),
  HGPR_VRSS_PRPR(
      29,
      FieldForm.PRICE_CHANGE,
      "고가대비",
      "KRW",
      "Expected execution price minus the day's highest price, signed; 0 before the open."),
  LWPR_HOUR(
      30,
      FieldForm.TIME_IF_ANY,
      "최저가시간",
      "time of day in Asia/Seoul",
      "Time of the day's lowest price; null before the open."),
  LWPR_VRSS_PRPR_SIGN(
      31,
      FieldForm.CODE,
      "저가대비구분",
      "code",
      "Direction of the expected price against the day's lowest price:"
          + " 1 upper limit, 2 up, 3 flat, 4 lower limit, 5 down."),
  LWPR_VRSS_PRPR(
      32,
      FieldForm.PRICE_CHANGE,
      "저가대비",
      "KRW",
      "Expected execution price minus the day's lowest price, signed; 0 before the open."),
  BSOP_DATE(33, FieldForm.DATE, "영업일자", "date in Asia/Seoul", "Business date of this indication."),
  NEW_MKOP_CLS_CODE(
      34,
      FieldForm.CODE,
      "신장운영구분코드",
      "code",
      "Market operation class, two characters. First: 1 before the open, 2 in session,"
          + " 3 after the close, 4 after-hours single price, 7 general buy-in, 8 same-day buy-in."
          + " Second: 0 normal, 1 closing price, 2 block, 3 basket, 7 liquidation trading,"
          + " 8 buy-in. Others occur: 00 before the open."),
  TRHT_YN(35, FieldForm.YES_NO, "거래정지여부", "code", "Whether trading is halted: Y halted, N not."),
  ASKP_RSQN1(36, FieldForm.QUANTITY, "매도호가잔량1", "shares", "Quantity waiting at the best ask."),
  BIDP_RSQN1(37, FieldForm.QUANTITY, "매수호가잔량1", "shares", "Quantity waiting at the best bid."),
  TOTAL_ASKP_RSQN(
      38, FieldForm.QUANTITY, "총매도호가잔량", "shares", "Quantity waiting at all ask prices."),
  TOTAL_BIDP_RSQN(
      39, FieldForm.QUANTITY, "총매수호가잔량", "shares", "Quantity waiting at all bid prices."),
  VOL_TNRT(
      40,
      FieldForm.DECIMAL,
      "거래량회전율",
      "%",
      "Turnover rate: volume, before the open the expected one, against the listed shares."),
  PRDY_SMNS_HOUR_ACML_VOL(
      41,
      FieldForm.QUANTITY,
      "전일동시간누적거래량",
      "shares",
      "Volume of the previous day up to the same time; 0 before the open."),
  PRDY_SMNS_HOUR_ACML_VOL_RATE(
      42,
      FieldForm.DECIMAL,
      "전일동시간누적거래량비율",
      "%",
      "Volume against that of the previous day up to the same time; 0.00 before the open."),
  HOUR_CLS_CODE(
      43,
      FieldForm.CODE,
      "시간구분코드",
      "code",
      "Which auction the indication belongs to: 0 in session, A closing auction,"
          + " B before the open, C after nine o'clock or volatility interruption,"
          + " D after-hours single price."),
  MRKT_TRTM_CLS_CODE(
      44,
      FieldForm.CODE,
      "임의종료구분코드",
      "code",
      "Random end of the auction: 1 and 2 set and released at the open, 3 and 4 at the close,"
          + " 5 and 6 after hours; normally null.");

  private static final ExpectedTradeField[] TABLE = values();
  private static final List<ExpectedTradeField> TEXTS = select(true);
  private static final List<ExpectedTradeField> NUMBERS = select(false);
  private static final int[] SLOTS = slots();

  private final int place;
  private final FieldForm form;
  private final String koreanName;
  private final String unit;
  private final String meaning;

  ExpectedTradeField(int place, FieldForm form, String koreanName, String unit, String meaning) {
    this.place = place;
    this.form = form;
    this.koreanName = koreanName;
    this.unit = unit;
    this.meaning = meaning;
  }

  private static List<ExpectedTradeField> select(boolean text) {
    return Arrays.stream(TABLE).filter(field -> field.isText() == text).toList();
  }

  private static int[] slots() {
    int[] slots = new int[TABLE.length];
    for (ExpectedTradeField field : TABLE) {
      slots[field.place] = (field.isText() ? TEXTS : NUMBERS).indexOf(field);
    }
    return slots;
  }

  /** Number of named fields: the least width of a record. */
  public static int count() {
    return TABLE.length;
  }

  /** The field at a place of the wire, from 0. */
  static ExpectedTradeField at(int place) {
    return TABLE[place];
  }

  /** The TEXT and CODE fields, ordered by slot. */
  static List<ExpectedTradeField> texts() {
    return TEXTS;
  }

  /** All other fields, ordered by slot. */
  static List<ExpectedTradeField> numbers() {
    return NUMBERS;
  }

  public FieldType type() {
    return form.type();
  }

  /** Whether a record without this field is no record. */
  public boolean required() {
    return this == MKSC_SHRN_ISCD || this == STCK_CNTG_HOUR || this == BSOP_DATE;
  }

  /** Korean name, as on the API page. */
  public String koreanName() {
    return koreanName;
  }

  /** English meaning in this TR. */
  public String meaning() {
    return meaning;
  }

  /** Unit of the value, for example {@code KRW}, {@code shares}, {@code %}. */
  public String unit() {
    return unit;
  }

  /** Korean name, unit and meaning in one line, as the description of a schema field. */
  public String doc() {
    return koreanName + " [" + unit + "]: " + meaning;
  }

  /** Place on the wire, from 0. */
  int place() {
    return place;
  }

  FieldForm form() {
    return form;
  }

  boolean isText() {
    return form.isText();
  }

  /** Place of the value among the texts or among the numbers of an {@link ExpectedTrade}. */
  public int slot() {
    return SLOTS[place];
  }
}
