package io.github.kisconnect.bench.journal;

import io.github.kisconnect.simulator.SimulatorEvent;
import io.github.kisconnect.simulator.SimulatorEvent.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What clients did at the simulator, oldest first. Times are the simulator's. Immutable.
 *
 * @param events a whole journal, or the later part of one
 */
public record FeedHistory(List<SimulatorEvent> events) {

  private static final Set<Kind> CLOSINGS = Set.of(Kind.CLOSED_CLEANLY, Kind.CLOSED_UNCLEANLY);

  public FeedHistory {
    events = List.copyOf(events);
  }

  /** What happened at this time or later. */
  public FeedHistory since(Instant begin) {
    return new FeedHistory(events.stream().filter(each -> !each.at().isBefore(begin)).toList());
  }

  public long count(Kind kind) {
    return events.stream().filter(each -> each.kind() == kind).count();
  }

  /** When something happened for the last time. */
  public Optional<Instant> last(Kind kind) {
    return events.stream()
        .filter(each -> each.kind() == kind)
        .map(SimulatorEvent::at)
        .reduce((first, second) -> second);
  }

  /** How many requests were answered with this {@code msg_cd}. */
  public long refusals(String code) {
    return events.stream()
        .filter(each -> each.kind() == Kind.REFUSED && each.detail().startsWith(code))
        .count();
  }

  /** The shortest time between two approval keys; nothing where there were not two. */
  public Optional<Duration> shortestApprovalInterval() {
    return shortest(events.stream().filter(each -> each.kind() == Kind.APPROVAL_ISSUED).toList());
  }

  /** The most registrations that one session had within any time of this length, ends included. */
  public long mostRegistrations(Duration within) {
    return events.stream()
        .filter(each -> each.kind() == Kind.REGISTERED)
        .collect(Collectors.groupingBy(SimulatorEvent::session))
        .values()
        .stream()
        .mapToLong(each -> most(each, within))
        .max()
        .orElse(0);
  }

  /** Sessions that were opened and not closed. */
  public Set<String> liveSessions() {
    Set<String> live = new LinkedHashSet<>();
    for (SimulatorEvent each : events) {
      if (each.kind() == Kind.SESSION_OPENED) {
        live.add(each.session());
      } else if (CLOSINGS.contains(each.kind())) {
        live.remove(each.session());
      }
    }
    return live;
  }

  /** What a session registered. */
  public Set<String> tickers(String session) {
    return of(session, Kind.REGISTERED)
        .map(SimulatorEvent::detail)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The sessions that registered any of the tickers. */
  public Set<String> sessions(Set<String> tickers) {
    return events.stream()
        .filter(each -> each.kind() == Kind.REGISTERED && tickers.contains(each.detail()))
        .map(SimulatorEvent::session)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** How many data frames a session had of loads. */
  public long loaded(String session) {
    return of(session, Kind.LOADED).mapToLong(each -> Long.parseLong(each.detail())).sum();
  }

  private Stream<SimulatorEvent> of(String session, Kind kind) {
    return events.stream().filter(each -> each.kind() == kind && each.session().equals(session));
  }

  /** The times without a session that ended, ticker by ticker, in the order of their ends. */
  public List<Absence> absences() {
    Map<String, Set<String>> tickers = new HashMap<>();
    Map<String, Instant> absentSince = new HashMap<>();
    List<Absence> absences = new ArrayList<>();
    for (SimulatorEvent each : events) {
      if (each.kind() == Kind.REGISTERED) {
        tickers.computeIfAbsent(each.session(), key -> new LinkedHashSet<>()).add(each.detail());
        Instant begin = absentSince.remove(each.detail());
        if (begin != null) {
          absences.add(new Absence(each.detail(), begin, each.at()));
        }
      } else if (CLOSINGS.contains(each.kind()) && tickers.containsKey(each.session())) {
        tickers.remove(each.session()).forEach(ticker -> absentSince.put(ticker, each.at()));
      }
    }
    return absences;
  }

  private static long most(List<SimulatorEvent> successive, Duration within) {
    return successive.stream()
        .map(SimulatorEvent::at)
        .mapToLong(
            end ->
                successive.stream()
                    .map(SimulatorEvent::at)
                    .filter(at -> !at.isAfter(end) && !at.isBefore(end.minus(within)))
                    .count())
        .max()
        .orElse(0);
  }

  private static Optional<Duration> shortest(List<SimulatorEvent> successive) {
    return IntStream.range(1, successive.size())
        .mapToObj(i -> Duration.between(successive.get(i - 1).at(), successive.get(i).at()))
        .min(Duration::compareTo);
  }
}
