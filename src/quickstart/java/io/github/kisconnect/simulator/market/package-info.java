/**
 * A call auction that never was: tickers, prices, volumes and the clock of the exchange. Pure
 * values and arithmetic, deterministic by seed and clock; no socket, no thread of its own.
 */
package io.github.kisconnect.simulator.market;
