/** What the simulator saw of its clients. */
package io.github.kisconnect.bench.journal;
