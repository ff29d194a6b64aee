package io.github.kisconnect.bench.endtoend;

import java.util.Map;

/**
 * How the worker's processor time for a record divides at one rate. Immutable.
 *
 * @param rate records per second
 * @param micros by share, of one record
 * @param kernel microseconds of receiving that are spent in the kernel
 * @param samples of the task thread that divide it
 */
record Cost(double rate, Map<Share, Double> micros, double kernel, long samples) {

  Cost {
    micros = Map.copyOf(micros);
  }

  double of(Share share) {
    return micros.get(share);
  }

  /** What is the connector's. */
  double own() {
    return of(Share.RECEIVING) + of(Share.POLLING);
  }

  double withoutConverter() {
    double all = micros.values().stream().mapToDouble(Double::doubleValue).sum();
    return all - of(Share.CONVERTER);
  }
}
