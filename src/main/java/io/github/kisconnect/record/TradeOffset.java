package io.github.kisconnect.record;

import io.github.kisconnect.protocol.FrameOrigin;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;

/**
 * The offset of a trade, spelt out only when somebody reads it: of all the records between two
 * commits, Connect reads and stores the last offset of each partition. Immutable.
 */
final class TradeOffset extends AbstractMap<String, Object> {

  private final BusinessDay day;
  private final long millisOfDay;
  private final FrameOrigin origin;

  /**
   * @param millisOfDay of the trade, in Korea
   */
  TradeOffset(BusinessDay day, long millisOfDay, FrameOrigin origin) {
    this.day = day;
    this.millisOfDay = millisOfDay;
    this.origin = origin;
  }

  @Override
  public Set<Map.Entry<String, Object>> entrySet() {
    return SourceOffsets.offset(day, millisOfDay, origin).entrySet();
  }
}
