package io.github.kisconnect.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.protocol.DecodedFrame.IndexedTrade;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Walks over a payload and the outcome of its decoding side by side: every byte but separators must
 * belong to exactly one record or rejected piece, and every value must be the one that stands
 * there.
 */
final class Accounting {

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

  private final String payload;
  private int position;

  private Accounting(String payload) {
    this.payload = payload;
  }

  static void check(Frame.Data frame, DecodedFrame decoded) {
    String payload = Frames.text(Arrays.copyOfRange(frame.bytes(), frame.from(), frame.to()));
    new Accounting(payload).walk(decoded);
  }

  private void walk(DecodedFrame decoded) {
    Iterator<IndexedTrade> trades = decoded.trades().iterator();
    Iterator<RejectedRecord> rejections = decoded.rejected().iterator();
    IndexedTrade trade = next(trades);
    RejectedRecord rejected = next(rejections);
    while (trade != null || rejected != null) {
      if (rejected == null || (trade != null && trade.index() < rejected.index())) {
        passRecord(RecordText.of(trade.trade()));
        trade = next(trades);
      } else {
        passRejected(rejected);
        rejected = next(rejections);
      }
    }
    assertThat(payload.substring(Math.min(position, payload.length()))).matches("\\^*");
  }

  private static <T> T next(Iterator<T> iterator) {
    return iterator.hasNext() ? iterator.next() : null;
  }

  private void passRecord(RecordText record) {
    while (payload.charAt(position) == '^') {
      position++;
    }
    List<String> expected = record.fields();
    for (int i = 0; i < expected.size(); i++) {
      int end = payload.indexOf('^', position);
      end = end < 0 ? payload.length() : end;
      String found = position > payload.length() ? "" : payload.substring(position, end);
      assertThat(normal(found, i)).as("field %d", i).isEqualTo(normal(expected.get(i), i));
      position = end + 1;
    }
  }

  private static String normal(String text, int place) {
    if (place >= ExpectedTradeField.count()) {
      return text;
    }
    FieldForm form = ExpectedTradeField.at(place).form();
    boolean notYet = form == FieldForm.TIME_IF_ANY && text.equals("000000");
    if (notYet || text.equals("(null)")) {
      return "";
    }
    boolean number = !form.isText() && NUMBER.matcher(text).matches();
    return number ? new BigDecimal(text).stripTrailingZeros().toPlainString() : text;
  }

  private void passRejected(RejectedRecord rejected) {
    String raw = Frames.text(rejected.bytes());
    while (!payload.startsWith(raw, position)
        && position < payload.length()
        && payload.charAt(position) == '^') {
      position++;
    }
    assertThat(payload.startsWith(raw, position)).as("position of %s", rejected.detail()).isTrue();
    assertThat(rejected.detail()).hasSizeBetween(1, 200);
    assertThat(rejected.ticker()).isIn(null, firstField(raw));
    position += raw.length() + 1;
  }

  private static String firstField(String raw) {
    int end = raw.indexOf('^');
    return end < 0 ? raw : raw.substring(0, end);
  }
}
