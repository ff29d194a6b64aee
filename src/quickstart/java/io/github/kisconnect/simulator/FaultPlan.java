package io.github.kisconnect.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.Optional;
import java.util.function.Predicate;

/** The faults that wait for their occasion, oldest first. Any thread. */
final class FaultPlan {

  private final List<Pending> pending = new ArrayList<>();

  synchronized void arm(Fault.Armed fault, int times) {
    pending.add(new Pending(fault, times));
  }

  synchronized void clear() {
    pending.clear();
  }

  synchronized List<Pending> pending() {
    return List.copyOf(pending);
  }

  <T extends Fault.Armed> Optional<T> take(Class<T> type) {
    return take(type, fault -> true);
  }

  /** The first pending fault that fits, used up by one. */
  synchronized <T extends Fault.Armed> Optional<T> take(Class<T> type, Predicate<T> fits) {
    for (ListIterator<Pending> each = pending.listIterator(); each.hasNext(); ) {
      Pending candidate = each.next();
      if (type.isInstance(candidate.fault()) && fits.test(type.cast(candidate.fault()))) {
        if (candidate.times() == 1) {
          each.remove();
        } else {
          each.set(new Pending(candidate.fault(), candidate.times() - 1));
        }
        return Optional.of(type.cast(candidate.fault()));
      }
    }
    return Optional.empty();
  }

  /** A fault and how often it is still to come. */
  record Pending(Fault.Armed fault, int times) {}
}
