package io.github.kisconnect.simulator.market;

import java.time.LocalDateTime;
import java.util.List;

/**
 * One H0STANC0 record, ready for the wire.
 *
 * @param fields every column in the order of the wire
 * @param exchangeTime date and time in Korea by the exchange's clock
 */
public record MarketRecord(String ticker, List<String> fields, LocalDateTime exchangeTime) {

  public MarketRecord {
    fields = List.copyOf(fields);
  }
}
