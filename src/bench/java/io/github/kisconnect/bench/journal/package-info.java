/** What the simulator saw of its clients, and what the connector reports of the same time. */
package io.github.kisconnect.bench.journal;
