package io.github.kisconnect.simulator;

import io.github.kisconnect.protocol.ExpectedTradeField;
import io.github.kisconnect.simulator.market.MarketRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A data frame on its way to the wire, still open to corruption. One character is one byte. Event
 * loop only.
 */
final class FrameDraft {

  private static final List<ExpectedTradeField> COLUMNS = List.of(ExpectedTradeField.values());

  private final List<MarketRecord> meant;
  private final List<List<String>> records = new ArrayList<>();
  private String count;
  private boolean encrypted;
  private boolean lastIntact = true;
  private String trailer = "";
  private int fragments = 1;

  FrameDraft(List<MarketRecord> meant) {
    this.meant = new ArrayList<>(meant);
    this.meant.forEach(each -> records.add(new ArrayList<>(each.fields())));
    this.count = "%03d".formatted(meant.size());
  }

  /** Where a field is in a record, from 0. */
  static int column(ExpectedTradeField field) {
    return COLUMNS.indexOf(field);
  }

  List<String> fields(int index) {
    return records.get(index);
  }

  MarketRecord meant(int index) {
    return meant.get(index);
  }

  int size() {
    return records.size();
  }

  /** Whether a record is on the wire as the exchange meant it. */
  boolean intact(int index) {
    return lastIntact || index < size() - 1;
  }

  void count(String text) {
    count = text;
  }

  void encrypt() {
    encrypted = true;
  }

  /**
   * Ends the frame with a separator. Behind a lone record nothing tells it from one before an empty
   * column, so that is what it is.
   */
  void endWithSeparator() {
    if (size() == 1) {
      last().add("");
    } else {
      trailer = "^";
    }
  }

  void fragment(int pieces) {
    fragments = pieces;
  }

  /** Breaks the frame off within its last record. */
  void cutLastRecord() {
    String whole = String.join("^", last());
    String rest = whole.substring(0, whole.length() / 2);
    spoilLast(record -> List.of(rest.split("\\^", -1)));
  }

  void spoilLast(ExpectedTradeField field, UnaryOperator<String> change) {
    lastIntact = false;
    int column = column(field);
    last().set(column, change.apply(last().get(column)));
  }

  void spoilLast(UnaryOperator<List<String>> change) {
    lastIntact = false;
    records.set(size() - 1, new ArrayList<>(change.apply(last())));
  }

  /** Gives the last record one column more than its neighbours. */
  void widenLast() {
    last().add("0");
  }

  /** Repeats the last record until the frame is at least that long. */
  void repeatLastUpTo(int bytes) {
    while (text().length() < bytes) {
      records.add(new ArrayList<>(last()));
      meant.add(meant.get(meant.size() - 1));
      count = "%03d".formatted(size());
    }
  }

  /** The frame without its corruption of bytes. */
  String text() {
    return head() + payload();
  }

  /** The bytes of the frame, one element per fragment. */
  List<byte[]> wire(SessionCipher cipher) {
    String payload = payload() + trailer;
    String body = encrypted ? cipher.encrypt(bytes(payload)) : payload;
    return pieces(bytes(head() + body));
  }

  private List<byte[]> pieces(byte[] whole) {
    int length = (whole.length + fragments - 1) / fragments;
    List<byte[]> pieces = new ArrayList<>();
    for (int from = 0; from < whole.length; from += length) {
      pieces.add(Arrays.copyOfRange(whole, from, Math.min(whole.length, from + length)));
    }
    return pieces;
  }

  private String head() {
    return (encrypted ? "1|" : "0|") + Subscription.EXPECTED_TRADE + '|' + count + '|';
  }

  private String payload() {
    return records.stream().map(each -> String.join("^", each)).collect(Collectors.joining("^"));
  }

  private List<String> last() {
    return records.get(size() - 1);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
