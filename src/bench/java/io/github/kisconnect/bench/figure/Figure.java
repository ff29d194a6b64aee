package io.github.kisconnect.bench.figure;

/**
 * One figure.
 *
 * @param unit empty for a plain number
 * @param limit in words, empty where there is none
 * @param isKept whether the value is within the limit
 */
record Figure(String name, double value, String unit, String limit, boolean isKept) {}
