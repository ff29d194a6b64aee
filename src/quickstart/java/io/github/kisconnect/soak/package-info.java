/**
 * Compares the simulator's ledger with what came out of Kafka: every record is delivered,
 * quarantined or reported lost. Used by the fault tests, and by a long run with faults at random.
 */
package io.github.kisconnect.soak;
