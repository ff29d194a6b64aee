package io.github.kisconnect.metrics;

/** A stretch of a record's way of which the time is taken. */
public enum LatencyStage {
  /** From the socket to Connect: the time in the hand-over queue. */
  RECEIVED_POLLED,
  /** From Connect to Kafka: transformations, converter, producer and broker. */
  POLLED_ACKNOWLEDGED,
  /** From the socket to Kafka: all that the connector and its worker add. */
  RECEIVED_ACKNOWLEDGED,
  /** From the record's own date and time, told in whole seconds, to the socket. */
  EXCHANGE_RECEIVED
}
