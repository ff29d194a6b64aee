/**
 * Tests with a real broker, real distributed workers, the built plugin in its own class loader and
 * the simulator.
 */
package io.github.kisconnect.integration;
