/**
 * A yardstick: a connector that costs nothing. It hands the same thousand records, which the
 * product made of a sample of the feed, to Connect again and again, as fast as Connect takes them.
 * It is loaded by a worker as a plugin of its own.
 */
package io.github.kisconnect.bench.readymade;
