/**
 * A Kafka stack on this machine: a KRaft broker, a schema registry and Connect workers, each a
 * child JVM, so that the worker meets the connector only through {@code plugin.path}. Used by the
 * quickstart and by the integration tests.
 */
package io.github.kisconnect.quickstart.stack;
