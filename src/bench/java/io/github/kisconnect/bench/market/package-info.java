/** The whole market on one worker: every ticker, many app keys, as many tasks. */
package io.github.kisconnect.bench.market;
