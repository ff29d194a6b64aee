package io.github.kisconnect.quickstart;

import io.github.kisconnect.quickstart.stack.AvroRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which records have been read, by the headers that identify them. One thread. */
final class ReadLog {

  private final Map<String, Set<Place>> places = new HashMap<>();
  private long read;
  private long duplicates;

  void add(AvroRecord record) {
    Place place =
        new Place(
            record.longHeader("kis.frame"), (int) record.longHeader("kis.index"), record.key());
    add(record.header("kis.session"), place);
  }

  void add(String session, Place place) {
    read++;
    if (!places.computeIfAbsent(session, any -> new HashSet<>()).add(place)) {
      duplicates++;
    }
  }

  /** All records that were read, again and again read ones each time. */
  long read() {
    return read;
  }

  /** Readings of a record that had been read before. */
  long duplicates() {
    return duplicates;
  }

  /** One place for each record, over all sessions. */
  List<Place> places() {
    return places.values().stream().flatMap(Collection::stream).toList();
  }
}
