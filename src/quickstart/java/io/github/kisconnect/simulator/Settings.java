package io.github.kisconnect.simulator;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.LongSupplier;

/**
 * How a simulator is set up; see {@link KisSimulatorBuilder} for the meaning of each value.
 *
 * @param appKeys secrets by app key
 * @param nanoTime monotonic time
 * @param clock wall time
 */
record Settings(
    String host,
    int restPort,
    int webSocketPort,
    Map<String, String> appKeys,
    boolean approvalsLimited,
    Duration occupiedAfterUncleanClose,
    int maxSubscriptions,
    KeepAlive keepAlive,
    Generation generation,
    OptionalInt ledgerCapacity,
    LongSupplier nanoTime,
    InstantSource clock) {

  Settings {
    appKeys = Map.copyOf(appKeys);
  }

  @Override
  public String toString() {
    return "Settings[hidden]";
  }

  /**
   * PINGPONG.
   *
   * @param onlyWhenIdle not while data flows
   * @param timeout how long an answer may take
   */
  record KeepAlive(Duration interval, boolean onlyWhenIdle, Duration timeout) {}

  /**
   * The data.
   *
   * @param tickers published also while nobody listens; others join when first registered
   */
  record Generation(
      Rate rate,
      List<String> tickers,
      int recordsPerFrame,
      int tickersPerFrame,
      int width,
      long seed,
      LocalDateTime auctionStart,
      Duration auctionLength,
      double speed,
      boolean repeating) {

    Generation {
      tickers = List.copyOf(tickers);
    }
  }
}
