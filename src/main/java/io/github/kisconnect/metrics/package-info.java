/**
 * What operators can watch: one catalogue of metrics, the counters behind it, and the ways by which
 * they are read. Used by the task only; knows the other rooms by their values.
 */
package io.github.kisconnect.metrics;
