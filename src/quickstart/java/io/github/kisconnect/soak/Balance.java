package io.github.kisconnect.soak;

import io.github.kisconnect.quickstart.stack.AvroRecord;
import io.github.kisconnect.simulator.LedgerRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Sets what simulators sent against what a consumer of the three topics read, in whatever order
 * either comes to know it. Takes for granted that a ticker is registered by one session at a time.
 * Memory grows with what is missing, by little with what is delivered. One thread.
 */
public final class Balance {

  private final Map<Place, Sent> outstanding = new LinkedHashMap<>();
  private final List<Sent> missed = new ArrayList<>();
  private final Set<String> sessions = new LinkedHashSet<>();
  private final Map<String, String> sessionsOfTopic = new LinkedHashMap<>();
  private final List<AvroRecord> unmatched = new ArrayList<>();
  private final List<AvroRecord> unmatchedMalformed = new ArrayList<>();
  private final List<Receipt> delivered = new ArrayList<>();
  private final Holes holes = new Holes();
  private long sent;
  private long quarantined;
  private long longestTransitMicros;

  /**
   * Takes in entries of a ledger, each once.
   *
   * @param simulator tells simulators apart: each numbers its sessions from 1
   */
  public void sent(String simulator, Collection<LedgerRecord> entries) {
    for (LedgerRecord entry : entries) {
      sent++;
      if (entry.session().isEmpty()) {
        missed.add(Sent.of(entry));
      } else {
        String session = simulator + "/" + entry.session();
        sessions.add(session);
        outstanding.put(new Place(session, entry.frame(), entry.index()), Sent.of(entry));
      }
    }
  }

  /** Takes in a record of the topic. */
  public void delivered(AvroRecord read) {
    unmatched.add(read);
  }

  /** Takes in a record of the malformed topic. */
  public void malformed(AvroRecord read) {
    unmatchedMalformed.add(read);
  }

  /** Takes in a record of the gap topic. */
  public void gap(AvroRecord read) {
    holes.add(read.value());
  }

  /** How things stand with what is known by now. */
  public Account account() {
    unmatched.removeIf(this::settle);
    unmatchedMalformed.removeIf(this::settleMalformed);
    List<Sent> lost = Stream.concat(outstanding.values().stream(), missed.stream()).toList();
    List<Sent> unreported = lost.stream().filter(each -> !isReported(each)).toList();
    return new Account(
        sent,
        delivered.size(),
        quarantined,
        lost.size() - unreported.size(),
        unreported,
        unmatched.stream().map(Balance::describe).toList(),
        delivered.stream().filter(each -> holes.cover(each.ticker, each.at, each.at)).count(),
        holes.byReason(),
        holes.lost("OVERFLOW"),
        longestTransitMicros);
  }

  private boolean settle(AvroRecord read) {
    Place place =
        new Place(
            simulatedSession(read).orElse(""),
            read.longHeader("kis.frame"),
            Math.toIntExact(read.longHeader("kis.index")));
    Sent candidate = outstanding.get(place);
    if (candidate == null || candidate.beyond(read).filter(rest -> isAside(rest, read)).isEmpty()) {
      return false;
    }
    outstanding.remove(place);
    long receivedAt = read.longHeader("kis.received.at");
    longestTransitMicros = Math.max(longestTransitMicros, receivedAt - candidate.atMicros());
    delivered.add(new Receipt(candidate.ticker(), receivedAt));
    return true;
  }

  private boolean settleMalformed(AvroRecord read) {
    Place place =
        new Place(
            sessionsOfTopic.getOrDefault(read.value().get("SESSION").toString(), ""),
            (Long) read.value().get("FRAME"),
            (Integer) read.value().get("RECORD_INDEX"));
    Sent candidate = outstanding.get(place);
    if (candidate == null || !candidate.isQuarantinedAs(read)) {
      return false;
    }
    outstanding.remove(place);
    quarantined++;
    return true;
  }

  /** Whether columns that a delivered record lacks are in the malformed topic, from its frame. */
  private boolean isAside(String rest, AvroRecord read) {
    return rest.isEmpty()
        || unmatchedMalformed.stream()
            .anyMatch(
                each ->
                    each.value().get("SESSION").toString().equals(read.header("kis.session"))
                        && each.value().get("FRAME").equals(read.longHeader("kis.frame"))
                        && Sent.isQuarantined(rest, each));
  }

  /** The simulator's name of a record's session: the one that has the same record at its place. */
  private Optional<String> simulatedSession(AvroRecord read) {
    String session = read.header("kis.session");
    if (!sessionsOfTopic.containsKey(session)) {
      long frame = read.longHeader("kis.frame");
      int index = Math.toIntExact(read.longHeader("kis.index"));
      sessions.stream()
          .filter(each -> !sessionsOfTopic.containsValue(each))
          .filter(
              each -> {
                Sent candidate = outstanding.get(new Place(each, frame, index));
                return candidate != null && candidate.beyond(read).isPresent();
              })
          .findFirst()
          .ifPresent(found -> sessionsOfTopic.put(session, found));
    }
    return Optional.ofNullable(sessionsOfTopic.get(session));
  }

  /** Receipt follows sending by no more than the longest transit seen. */
  private boolean isReported(Sent lost) {
    return holes.cover(lost.ticker(), lost.atMicros(), lost.atMicros() + longestTransitMicros);
  }

  private static String describe(AvroRecord read) {
    return "%s session=%s frame=%s index=%s"
        .formatted(
            read.key(),
            read.header("kis.session"),
            read.header("kis.frame"),
            read.header("kis.index"));
  }

  /** When a delivered record was received. */
  private record Receipt(String ticker, long at) {}
}
