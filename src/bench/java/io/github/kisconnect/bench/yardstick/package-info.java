/**
 * Connectors to compare with: one that decodes nothing and one that costs nothing. A worker loads
 * them as a plugin of their own.
 */
package io.github.kisconnect.bench.yardstick;
