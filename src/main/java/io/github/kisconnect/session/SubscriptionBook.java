package io.github.kisconnect.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where each ticker's registration stands on the current connection, what to ask for next, and
 * when. Refused tickers and those that found the session full stay so over reconnects; everything
 * else starts over. Session thread.
 */
final class SubscriptionBook {

  static final long NEVER = Long.MAX_VALUE;

  private static final int TRIES = 3;
  private static final long[] RETRY_NANOS = {
    Duration.ofSeconds(5).toNanos(),
    Duration.ofSeconds(30).toNanos(),
    Duration.ofSeconds(120).toNanos()
  };

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final long intervalNanos;
  private final long ackTimeoutNanos;
  private int limit;
  private long nextSendNanos;
  private boolean oneAtATime;

  SubscriptionBook(SessionSettings settings) {
    settings.tickers().forEach(ticker -> entries.put(ticker, new Entry()));
    this.intervalNanos = settings.subscribeInterval().toNanos();
    this.ackTimeoutNanos = settings.ackTimeout().toNanos();
    this.limit = settings.maxSubscriptions();
  }

  /** A new connection: the server remembers nothing, so everything is wanted again. */
  void connected(long now) {
    oneAtATime = false;
    nextSendNanos = now;
    for (Entry entry : entries.values()) {
      entry.startOver();
    }
  }

  /**
   * The next ticker to ask for, if one is due now; it then counts as asked for. Tickers for which
   * there is no room any more must have been {@link #leaveOut taken out} before.
   */
  Optional<String> next(long now) {
    if (now < nextSendNanos || !maySend()) {
      return Optional.empty();
    }
    for (Map.Entry<String, Entry> candidate : entries.entrySet()) {
      Entry entry = candidate.getValue();
      if (entry.isDue(now)) {
        entry.registration = Registration.PENDING;
        entry.askedFor = true;
        entry.tries++;
        entry.deadline = now + ackTimeoutNanos;
        nextSendNanos = now + intervalNanos;
        return Optional.of(candidate.getKey());
      }
    }
    return Optional.empty();
  }

  /**
   * Looks for answers that are overdue; such a ticker is asked for again, three times in all.
   *
   * @return the tickers that stay unconfirmed from now on
   */
  List<String> expire(long now) {
    List<String> unconfirmed = new ArrayList<>();
    entries.forEach(
        (ticker, entry) -> {
          if (entry.registration == Registration.PENDING && now >= entry.deadline) {
            boolean again = entry.tries < TRIES;
            entry.registration = again ? Registration.WANTED : Registration.UNCONFIRMED;
            entry.deadline = now;
            if (!again) {
              unconfirmed.add(ticker);
            }
          }
        });
    return unconfirmed;
  }

  /** Takes out the tickers not yet asked for where the session is full; gives them. */
  List<String> leaveOut() {
    if (registered() < limit) {
      return List.of();
    }
    List<String> leftOut = new ArrayList<>();
    entries.forEach(
        (ticker, entry) -> {
          if (entry.registration.isWaiting()) {
            entry.registration = Registration.LEFT_OUT;
            leftOut.add(ticker);
          }
        });
    return leftOut;
  }

  /** The ticker that an answer is about: the one it names, or else the only one outstanding. */
  Optional<String> about(String ticker) {
    if (ticker != null) {
      return Optional.of(ticker).filter(entries::containsKey);
    }
    List<String> outstanding =
        entries.keySet().stream()
            .filter(name -> entries.get(name).registration == Registration.PENDING)
            .limit(2)
            .toList();
    return outstanding.size() == 1 ? Optional.of(outstanding.get(0)) : Optional.empty();
  }

  /**
   * An answer could not be tied to its ticker: from now on there is one request at a time, so that
   * the next answer of the kind can be.
   */
  void askOneAtATime() {
    oneAtATime = true;
  }

  void confirm(String ticker) {
    mark(ticker, Registration.CONFIRMED);
  }

  void refuse(String ticker) {
    mark(ticker, Registration.REFUSED);
  }

  /** Asks again later, later each time; false where that was done often enough. */
  boolean retry(String ticker, long now) {
    Entry entry = entries.get(ticker);
    if (entry.retries == RETRY_NANOS.length) {
      entry.registration = Registration.FAILED;
      return false;
    }
    entry.registration = Registration.RETRYING;
    entry.deadline = now + RETRY_NANOS[entry.retries++];
    entry.tries = 0;
    return true;
  }

  /**
   * The server takes no more than what it has now.
   *
   * @param ticker the one that found no room, where that is known
   * @return the tickers that are left out
   */
  List<String> full(Optional<String> ticker) {
    List<String> leftOut = new ArrayList<>();
    ticker
        .filter(this::isUnderWay)
        .ifPresent(
            named -> {
              mark(named, Registration.LEFT_OUT);
              leftOut.add(named);
            });
    limit = Math.min(limit, registered());
    leftOut.addAll(leaveOut());
    return leftOut;
  }

  /** When something is due next; {@link #NEVER} where nothing is. */
  long deadline() {
    boolean maySend = maySend();
    long earliest = NEVER;
    for (Entry entry : entries.values()) {
      if (entry.registration == Registration.PENDING) {
        earliest = Math.min(earliest, entry.deadline);
      } else if (entry.registration.isWaiting() && maySend) {
        earliest = Math.min(earliest, Math.max(entry.deadline, nextSendNanos));
      }
    }
    return earliest;
  }

  int count(Registration registration) {
    return (int) entries.values().stream().filter(e -> e.registration == registration).count();
  }

  /** Whether the ticker was asked for on this connection and is not refused. */
  boolean isAskedFor(String ticker) {
    Entry entry = entries.get(ticker);
    return entry.askedFor && !entry.registration.isOut();
  }

  /** Whether the ticker still waits for a good answer. */
  boolean isUnderWay(String ticker) {
    return switch (entries.get(ticker).registration) {
      case WANTED, PENDING, UNCONFIRMED -> true;
      case CONFIRMED, RETRYING, FAILED, REFUSED, LEFT_OUT -> false;
    };
  }

  /** Whether no ticker is registered for sure, and none will be. */
  boolean isExhausted() {
    return entries.values().stream()
        .allMatch(
            entry ->
                switch (entry.registration) {
                  case WANTED, PENDING, RETRYING, CONFIRMED -> false;
                  case UNCONFIRMED, FAILED, REFUSED, LEFT_OUT -> true;
                });
  }

  /** Tickers that KIS refused or that found no room. */
  int refused() {
    return count(Registration.REFUSED) + count(Registration.FAILED) + count(Registration.LEFT_OUT);
  }

  /** Tickers that the session is to carry. */
  int wanted() {
    return entries.size() - refused();
  }

  /** What the server carries for us, as far as we know. */
  int registered() {
    return count(Registration.CONFIRMED) + count(Registration.UNCONFIRMED);
  }

  private void mark(String ticker, Registration registration) {
    entries.get(ticker).registration = registration;
  }

  private boolean maySend() {
    int outstanding = count(Registration.PENDING);
    return registered() + outstanding < limit && !(oneAtATime && outstanding > 0);
  }

  /** Standing of one ticker. */
  enum Registration {
    /** To be asked for. */
    WANTED,
    /** Asked for, no answer yet. */
    PENDING,
    CONFIRMED,
    /** Asked for three times without an answer; data may come all the same. */
    UNCONFIRMED,
    /** To be asked for again after a while. */
    RETRYING,
    /** Asked for again often enough; the next connection tries anew. */
    FAILED,
    /** Refused for good. */
    REFUSED,
    /** The session was full before its turn. */
    LEFT_OUT;

    boolean isWaiting() {
      return this == WANTED || this == RETRYING;
    }

    boolean isOut() {
      return this == REFUSED || this == LEFT_OUT;
    }
  }

  /** The mutable standing of one ticker. */
  private static final class Entry {
    Registration registration = Registration.WANTED;
    long deadline;
    int tries;
    int retries;
    boolean askedFor;

    void startOver() {
      registration = registration.isOut() ? registration : Registration.WANTED;
      askedFor = false;
      deadline = 0;
      tries = 0;
      retries = 0;
    }

    boolean isDue(long now) {
      return registration.isWaiting() && now >= deadline;
    }
  }
}
