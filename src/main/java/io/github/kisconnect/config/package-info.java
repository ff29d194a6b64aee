/**
 * The configuration: every key with its name, documentation, default, validator and recommender,
 * and the partitioning of tickers over tasks.
 */
package io.github.kisconnect.config;
