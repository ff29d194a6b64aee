package io.github.kisconnect.metrics;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A counter for each of several subjects that are known beforehand. Any thread. */
final class Tally {

  private final Map<Object, LongAdder> counts;

  Tally(Collection<?> subjects) {
    counts =
        subjects.stream()
            .distinct()
            .collect(Collectors.toUnmodifiableMap(Function.identity(), subject -> new LongAdder()));
  }

  /** Counts one; a subject that is not among the known ones is not counted. */
  void add(Object subject) {
    LongAdder count = counts.get(subject);
    if (count != null) {
      count.increment();
    }
  }

  long of(Object subject) {
    return counts.get(subject).sum();
  }
}
