/** Where Kafka Connect meets the parts: the connector, its tasks, and their wiring. */
package io.github.kisconnect;
