/** What a running JVM costs, seen from outside. */
package io.github.kisconnect.bench.gauge;
