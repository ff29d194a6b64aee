package io.github.kisconnect.bench.cluster;

import io.github.kisconnect.bench.figure.Figures;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Times of one kind, shortest first. Immutable. */
record Spread(List<Duration> times) {

  static Spread of(Collection<Duration> times) {
    return new Spread(times.stream().sorted().toList());
  }

  /** Reports median and longest; nothing where there is none. */
  void report(Figures figures, String name) {
    if (!times.isEmpty()) {
      figures.add(name + " p50", times.get(times.size() / 2));
      figures.add(name + " max", longest());
    }
  }

  /** Reports the longest and that it must not be longer; nothing where there is none. */
  void reportLongest(Figures figures, Duration limit, String name) {
    if (!times.isEmpty()) {
      figures.atMost(limit, name, longest());
    }
  }

  private Duration longest() {
    return times.get(times.size() - 1);
  }
}
