/**
 * From frame sent to record consumed: simulator, worker, registry, broker and consumer, each in a
 * JVM of its own, with yardsticks in the same run.
 */
package io.github.kisconnect.bench.endtoend;
