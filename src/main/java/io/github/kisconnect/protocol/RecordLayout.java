package io.github.kisconnect.protocol;

import static io.github.kisconnect.protocol.ExpectedTradeField.BSOP_DATE;
import static io.github.kisconnect.protocol.ExpectedTradeField.STCK_CNTG_HOUR;

import java.util.Arrays;

/**
 * Cuts the fields of a payload into pieces of one record each (kis-protocol 4.3, steps 2 to 5 and
 * 8). The width is derived from the count, and believed unless the anchors contradict it; then they
 * alone say where records start. An anchor is a subscribed ticker, followed by a legal time, with a
 * legal date at the place of the business date. A scratch object, for one thread.
 */
final class RecordLayout {

  /** Least fields of a record. */
  static final int MIN_WIDTH = ExpectedTradeField.count();

  /** Most fields of a record; anything wider holds a second one. */
  static final int MAX_WIDTH = 2 * MIN_WIDTH - 1;

  /** Most fields of a record that only the end of the frame bounds; more is garbage behind it. */
  private static final int MAX_UNPROVEN_WIDTH = MIN_WIDTH + 8;

  private static final int ANCHOR_REACH = BSOP_DATE.place() + 1;

  private final Tickers tickers;
  private int[] anchors = new int[64];
  private int anchorCount;
  private int[] starts = new int[64];
  private int[] widths = new int[64];
  private int size;

  RecordLayout(Tickers tickers) {
    this.tickers = tickers;
  }

  /**
   * Cuts the payload; the pieces cover every field, except empty ones left over between records.
   *
   * @param count number of records as claimed, 0 where unknown
   * @param knownWidth width of earlier records of the session, 0 where unknown
   * @return fields per record, or 0 where the payload had to be resynchronised
   */
  int cut(PayloadFields fields, int count, int knownWidth) {
    size = 0;
    findAnchors(fields);
    int width = deriveWidth(fields, count);
    if (width > 0 && isBelievable(width, count, knownWidth)) {
      if (fields.size() < width * count) {
        fields.padWithEmpty();
      }
      for (int i = 0; i < count; i++) {
        add(i * width, width);
      }
      return width;
    }
    resynchronise(fields, knownWidth > 0 ? knownWidth : widthByAnchors(fields.size()));
    return 0;
  }

  int size() {
    return size;
  }

  /** First field of a piece. */
  int start(int piece) {
    return starts[piece];
  }

  /** Number of fields of a piece. */
  int width(int piece) {
    return widths[piece];
  }

  private void findAnchors(PayloadFields fields) {
    anchorCount = 0;
    int last = fields.size() - ANCHOR_REACH;
    int field = 0;
    while (field <= last) {
      if (isAnchor(fields, field)) {
        anchors = withRoom(anchors, anchorCount);
        anchors[anchorCount++] = field;
        field += ANCHOR_REACH;
      } else {
        field++;
      }
    }
  }

  private boolean isAnchor(PayloadFields fields, int field) {
    byte[] bytes = fields.bytes();
    int hour = field + STCK_CNTG_HOUR.place();
    int date = field + BSOP_DATE.place();
    return tickers.find(bytes, fields.start(field), fields.end(field)) != null
        && WireTime.millisOfDay(bytes, fields.start(hour), fields.end(hour)) != WireNumber.INVALID
        && WireTime.epochDay(bytes, fields.start(date), fields.end(date)) != WireNumber.INVALID;
  }

  /** Fields per record where the count explains the number of fields, else 0. */
  private static int deriveWidth(PayloadFields fields, int count) {
    if (count == 0) {
      return 0;
    }
    int size = fields.size();
    int width = size / count;
    if (size % count == 0 && width >= MIN_WIDTH) {
      return width <= MAX_WIDTH ? width : 0;
    }
    int sizeBeforeLast = size - 1;
    width = sizeBeforeLast / count;
    boolean trailingSeparator = fields.isEmpty(size - 1) && sizeBeforeLast % count == 0;
    if (trailingSeparator && width >= MIN_WIDTH) {
      return width <= MAX_WIDTH ? width : 0;
    }
    boolean lastFieldLost = size == MIN_WIDTH * count - 1;
    return lastFieldLost ? MIN_WIDTH : 0;
  }

  /**
   * Whether records of this width explain the anchors. One stray anchor among several records may
   * be part of a corrupt one.
   */
  private boolean isBelievable(int width, int count, int knownWidth) {
    int explained = 0;
    for (int i = 0; i < anchorCount; i++) {
      explained += anchors[i] % width == 0 ? 1 : 0;
    }
    int stray = anchorCount - explained;
    if (stray > 0 && (count == 1 || stray > explained)) {
      return false;
    }
    return explained == count || knownWidth == 0 || width == knownWidth;
  }

  /** Width of the narrowest whole record that the anchors prove; the least one if none does. */
  private int widthByAnchors(int end) {
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < anchorCount; i++) {
      boolean last = i == anchorCount - 1;
      int distance = (last ? end : anchors[i + 1]) - anchors[i];
      if (distance >= MIN_WIDTH && distance <= (last ? MAX_UNPROVEN_WIDTH : MAX_WIDTH)) {
        least = Math.min(least, distance);
      }
    }
    return least == Integer.MAX_VALUE ? MIN_WIDTH : least;
  }

  private void resynchronise(PayloadFields fields, int expectedWidth) {
    int end = fields.size();
    addLeftover(fields, 0, anchorCount == 0 ? end : anchors[0]);
    for (int i = 0; i < anchorCount; i++) {
      int next = i + 1 < anchorCount ? anchors[i + 1] : end;
      int width = Math.min(next - anchors[i], expectedWidth);
      add(anchors[i], width);
      addLeftover(fields, anchors[i] + width, next);
    }
  }

  private void addLeftover(PayloadFields fields, int start, int end) {
    boolean onlySeparator = end - start == 1 && fields.isEmpty(start) && fields.size() > 1;
    if (start < end && !onlySeparator) {
      add(start, end - start);
    }
  }

  private void add(int start, int width) {
    starts = withRoom(starts, size);
    widths = withRoom(widths, size);
    starts[size] = start;
    widths[size] = width;
    size++;
  }

  private static int[] withRoom(int[] array, int used) {
    return used < array.length ? array : Arrays.copyOf(array, 2 * used);
  }
}
