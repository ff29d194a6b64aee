package io.github.kisconnect.bench.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The holes that a connector reported, set against the absences that the simulator saw. Immutable.
 */
public record Coverage(List<Hole> holes, List<Absence> absences) {

  public Coverage {
    holes = List.copyOf(holes);
    absences = List.copyOf(absences);
  }

  /** Absences over which no hole reaches. */
  public List<Absence> uncovered() {
    return absences.stream()
        .filter(absence -> holes.stream().noneMatch(hole -> hole.covers(absence)))
        .toList();
  }

  /** Holes without an end, and those in which no absence ends. */
  public List<Hole> groundless() {
    return holes.stream().filter(hole -> absence(hole).isEmpty()).toList();
  }

  /**
   * How much earlier each hole begins than the last record of its ticker that was sent long enough
   * before the absence to be stored as delivered; the absence itself where none was. Negative for a
   * later begin. Groundless holes are left out.
   *
   * @param margin how long before the absence is long enough
   */
  public List<Duration> begunEarly(SentTimes sent, Duration margin) {
    return holes.stream()
        .flatMap(
            hole ->
                absence(hole).stream()
                    .map(
                        absence ->
                            Duration.between(hole.from(), lastStored(absence, sent, margin))))
        .toList();
  }

  /** How much later each hole ends than its absence. Groundless holes are left out. */
  public List<Duration> endedLate() {
    return holes.stream()
        .flatMap(
            hole ->
                absence(hole).stream()
                    .map(absence -> Duration.between(absence.end(), hole.to().orElseThrow())))
        .toList();
  }

  private static Instant lastStored(Absence absence, SentTimes sent, Duration margin) {
    return sent.last(absence.ticker(), absence.begin().minus(margin)).orElse(absence.begin());
  }

  /** The absence that a hole ends with: of those that end in it, the last. */
  private Optional<Absence> absence(Hole hole) {
    return absences.stream()
        .filter(absence -> absence.ticker().equals(hole.ticker()))
        .filter(absence -> !absence.end().isBefore(hole.from()))
        .filter(absence -> hole.to().filter(to -> !absence.end().isAfter(to)).isPresent())
        .max(Comparator.comparing(Absence::end));
  }
}
