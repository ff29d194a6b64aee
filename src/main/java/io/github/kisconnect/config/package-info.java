/**
 * The configuration: every key with its name, documentation, default, validator and recommender,
 * and the partitioning of tickers over tasks. Pure and offline: no thread, no clock, no network.
 */
package io.github.kisconnect.config;
