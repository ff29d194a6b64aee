/** The two ends of a benchmark: the simulator that sends, and the consumer that reads. */
package io.github.kisconnect.bench.load;
