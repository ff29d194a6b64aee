package io.github.kisconnect.bench.load;

/**
 * What a consumer has read since its last reset.
 *
 * @param records different ones
 * @param duplicates further ones
 * @param bytes of keys, values and headers
 * @param p50 latency from sent to consumed in microseconds; so are the others
 */
public record Reading(
    long records, long duplicates, long bytes, long p50, long p99, long p999, long max) {}
