/** Three workers that share the tasks of one connector: one is killed, then all are restarted. */
package io.github.kisconnect.bench.cluster;
