/** A Flink SQL consumer of the topics; compiled by nothing but {@code java}, on Flink alone. */
package io.github.kisconnect.flink;
