package io.github.kisconnect.simulator;

import io.github.kisconnect.protocol.ExpectedTradeField;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be odd about a data frame. Where a record is spoilt it is the last one of its frame; the
 * others stay as they were.
 */
public enum Corruption {
  /** Bytes that are not UTF-8 in the last record. */
  INVALID_UTF8,
  /** A last record copied from the wrong place of the server's memory. */
  GARBAGE_RECORD,
  /** Two merged columns, so that the columns cannot be divided by the count. */
  MERGED_FIELDS,
  /** Blanks in the time of the last record. */
  BLANK_TIME,
  /** A NUL byte in the last record. */
  NUL_BYTE,
  /** A number of 280 digits in the last record. */
  HUGE_NUMBER,
  /** A frame that ends within its last record. */
  TRUNCATED,
  /** A last record that fills the frame up to 1 MiB. */
  FRAME_1_MIB,
  /** A frame of 64 KiB, full of good records. */
  FRAME_64_KIB,
  /** The count without leading zeros. */
  SHORT_COUNT,
  /** A count of one record less, or of two where there is one. */
  LYING_COUNT,
  /** A payload encrypted with the key of the acknowledgement. */
  ENCRYPTED,
  /** A message in three WebSocket frames. */
  FRAGMENTED,
  /** A separator after the last column, or an empty column more where there is one record. */
  TRAILING_SEPARATOR,
  /** A last record that has one column more than the others. */
  MIXED_WIDTHS;

  private static final int MEBIBYTE = 1 << 20;
  private static final List<String> GARBAGE =
      List.of(
          "",
          "0   08",
          "892350514",
          "",
          "-28561358",
          "0.00",
          "0.00",
          "32",
          "32",
          "32",
          "32",
          "16691248",
          "71578413126647808",
          "587276648185856");

  void apply(FrameDraft frame) {
    switch (this) {
      case INVALID_UTF8 ->
          frame.spoilLast(ExpectedTradeField.PRDY_CTRT, value -> "\u00A3\u00AC" + value);
      case GARBAGE_RECORD -> frame.spoilLast(Corruption::garbage);
      case MERGED_FIELDS -> frame.spoilLast(Corruption::merged);
      case BLANK_TIME -> frame.spoilLast(ExpectedTradeField.STCK_CNTG_HOUR, value -> "0   08");
      case NUL_BYTE -> frame.spoilLast(ExpectedTradeField.ACML_VOL, value -> value + '\0');
      case HUGE_NUMBER ->
          frame.spoilLast(ExpectedTradeField.ACML_TR_PBMN, value -> "7".repeat(280));
      case TRUNCATED -> frame.cutLastRecord();
      case FRAME_1_MIB -> {
        String filling = "0".repeat(MEBIBYTE - frame.text().length());
        frame.spoilLast(ExpectedTradeField.MRKT_TRTM_CLS_CODE, value -> value + filling);
      }
      case FRAME_64_KIB -> frame.repeatLastUpTo(1 << 16);
      case SHORT_COUNT -> frame.count(Integer.toString(frame.size()));
      case LYING_COUNT ->
          frame.count(frame.size() == 1 ? "002" : "%03d".formatted(frame.size() - 1));
      case ENCRYPTED -> frame.encrypt();
      case FRAGMENTED -> frame.fragment(3);
      case TRAILING_SEPARATOR -> frame.endWithSeparator();
      case MIXED_WIDTHS -> frame.widenLast();
    }
  }

  private static List<String> garbage(List<String> record) {
    List<String> garbage = new ArrayList<>(GARBAGE);
    while (garbage.size() < record.size()) {
      garbage.add("137438953472");
    }
    return garbage;
  }

  private static List<String> merged(List<String> record) {
    int at = FrameDraft.column(ExpectedTradeField.SELN_CNTG_SMTN);
    List<String> merged = new ArrayList<>(record);
    String next = merged.remove(at + 1);
    merged.set(at, merged.get(at) + next);
    return merged;
  }
}
