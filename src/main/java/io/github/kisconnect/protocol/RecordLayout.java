package io.github.kisconnect.protocol;

import static io.github.kisconnect.protocol.ExpectedTradeField.BSOP_DATE;
import static io.github.kisconnect.protocol.ExpectedTradeField.STCK_CNTG_HOUR;

import java.util.Arrays;
import java.util.stream.IntStream;

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

  /** Most fields of a record that no anchor behind it bounds; more is garbage behind it. */
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
   * The width that the count gives, where it is so near the named fields that nothing can hide
   * behind them; else 0.
   */
  static int soundWidth(PayloadFields fields, int count) {
    int width = deriveWidth(fields, count);
    boolean complete = width * count <= fields.size();
    return complete && width <= MAX_UNPROVEN_WIDTH ? width : 0;
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
    if (width > 0 && isBelievable(fields, width, count, knownWidth)) {
      if (fields.size() < width * count) {
        fields.padWithEmpty();
      }
      for (int i = 0; i < count; i++) {
        add(i * width, width);
      }
      return width;
    }
    resynchronise(fields, likeliestWidth(fields.size(), count, knownWidth));
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
    return beginsRecord(fields, field) && hasDate(fields, field);
  }

  private boolean beginsRecord(PayloadFields fields, int field) {
    return field + STCK_CNTG_HOUR.place() < fields.size()
        && hasTicker(fields, field)
        && hasTime(fields, field);
  }

  /** Whether a record seems to start here of which one of the three values is damaged. */
  private boolean isNearlyAnchor(PayloadFields fields, int field) {
    return hasTicker(fields, field)
        ? hasTime(fields, field) || hasDate(fields, field)
        : hasTime(fields, field) && hasDate(fields, field);
  }

  private boolean hasTicker(PayloadFields fields, int field) {
    return tickers.find(fields.bytes(), fields.start(field), fields.end(field)) != null;
  }

  private static boolean hasTime(PayloadFields fields, int field) {
    int hour = field + STCK_CNTG_HOUR.place();
    return WireTime.millisOfDay(fields.bytes(), fields.start(hour), fields.end(hour))
        != WireNumber.INVALID;
  }

  private static boolean hasDate(PayloadFields fields, int field) {
    int date = field + BSOP_DATE.place();
    return WireTime.epochDay(fields.bytes(), fields.start(date), fields.end(date))
        != WireNumber.INVALID;
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
   * be part of a corrupt one, unless a whole record has room behind it. Where anchors are missing,
   * a width that is new to the session needs more than one of them, or to fit better than the known
   * one.
   */
  private boolean isBelievable(PayloadFields fields, int width, int count, int knownWidth) {
    int stray = 0;
    for (int i = 0; i < anchorCount; i++) {
      if (anchors[i] % width != 0) {
        if (distanceToNext(i, fields.size()) >= MIN_WIDTH) {
          return false;
        }
        stray++;
      }
    }
    int explained = anchorCount - stray;
    if (stray > 0 && (count == 1 || stray > explained)) {
      return false;
    }
    if (explained == count || knownWidth == 0 || width == knownWidth) {
      return true;
    }
    if (stray > 0) {
      return false;
    }
    return explained > 1 || fitsBetter(fields, width, knownWidth, count);
  }

  /**
   * Whether two values of each anchor are where this width wants them, and no ticker where the
   * known one does.
   */
  private boolean fitsBetter(PayloadFields fields, int width, int knownWidth, int count) {
    boolean fits =
        IntStream.range(0, count).allMatch(record -> isNearlyAnchor(fields, record * width));
    boolean knownWidthFits =
        IntStream.range(1, count)
            .map(record -> record * knownWidth)
            .anyMatch(start -> start < fields.size() && hasTicker(fields, start));
    return fits && !knownWidthFits;
  }

  /** Fields from an anchor to the next one or to the end. */
  private int distanceToNext(int anchor, int end) {
    return (anchor + 1 < anchorCount ? anchors[anchor + 1] : end) - anchors[anchor];
  }

  /**
   * The width that has most to say for itself: each record that the anchors bound speaks for its
   * own, the session for that of earlier records, and the count for the one that leaves the fewest
   * fields missing. Of equals, the session's, then the narrowest.
   */
  private int likeliestWidth(int end, int count, int knownWidth) {
    int[] votes = new int[MAX_WIDTH + 1];
    for (int i = 0; i < anchorCount; i++) {
      int distance = distanceToNext(i, end);
      int most = i == anchorCount - 1 ? MAX_UNPROVEN_WIDTH : MAX_WIDTH;
      if (distance >= MIN_WIDTH && distance <= most) {
        votes[distance]++;
      }
    }
    int claimed = count == 0 ? 0 : (end + count - 1) / count;
    if (claimed >= MIN_WIDTH && claimed <= MAX_UNPROVEN_WIDTH) {
      votes[claimed]++;
    }
    votes[knownWidth]++;
    int likeliest = Math.max(knownWidth, MIN_WIDTH);
    for (int width = MIN_WIDTH; width <= MAX_WIDTH; width++) {
      if (votes[width] > votes[likeliest]) {
        likeliest = width;
      }
    }
    return likeliest;
  }

  private void resynchronise(PayloadFields fields, int expectedWidth) {
    int end = fields.size();
    addLeftover(fields, 0, anchorCount == 0 ? end : anchors[0]);
    for (int i = 0; i < anchorCount; i++) {
      int distance = distanceToNext(i, end);
      int width = widthUpToNext(fields, anchors[i], distance, expectedWidth);
      add(anchors[i], width);
      addLeftover(fields, anchors[i] + width, anchors[i] + distance);
    }
  }

  /**
   * A ticker with its time ends the record before, even if the record that they begin is broken.
   */
  private int widthUpToNext(PayloadFields fields, int start, int distance, int expectedWidth) {
    if (distance <= expectedWidth) {
      return distance;
    }
    if (!beginsRecord(fields, start + expectedWidth)) {
      int most = Math.min(distance - 2, MAX_UNPROVEN_WIDTH);
      for (int width = MIN_WIDTH; width <= most; width++) {
        if (beginsRecord(fields, start + width)) {
          return width;
        }
      }
    }
    return expectedWidth;
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
