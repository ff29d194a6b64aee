package io.github.kisconnect.simulator.market;

/**
 * The state of one auction as KIS publishes it.
 *
 * @param price expected execution price, won
 * @param volume expected volume, shares
 * @param volumeChange difference to the volume published before, the whole volume at the first
 * @param ask best ask in won, 0 where there is none
 * @param bid best bid in won, 0 where there is none
 * @param buyersLead whether the latest move was the buyers'
 */
record Indication(
    long price,
    long volume,
    long volumeChange,
    long ask,
    long bid,
    long askQuantity,
    long bidQuantity,
    long totalAskQuantity,
    long totalBidQuantity,
    boolean buyersLead) {}
