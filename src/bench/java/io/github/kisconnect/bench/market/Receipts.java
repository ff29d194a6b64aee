package io.github.kisconnect.bench.market;

import java.time.Instant;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The records of a load that came into the topic. Immutable. */
record Receipts(List<Receipt> all) {

  Receipts {
    all = List.copyOf(all);
  }

  Receipts of(Set<String> tickers) {
    return where(each -> tickers.contains(each.ticker()));
  }

  Receipts without(Set<String> tickers) {
    return where(each -> !tickers.contains(each.ticker()));
  }

  long count() {
    return all.size();
  }

  /** Frames that are missing between the first and the last one of their session. */
  long skippedFrames() {
    Map<String, LongSummaryStatistics> sessions =
        all.stream()
            .map(each -> new Frame(each.session(), each.frame()))
            .distinct()
            .collect(
                Collectors.groupingBy(Frame::session, Collectors.summarizingLong(Frame::number)));
    return sessions.values().stream()
        .mapToLong(frames -> frames.getMax() - frames.getMin() + 1 - frames.getCount())
        .sum();
  }

  /** When the last record of a ticker up to a time was received. */
  Optional<Instant> last(String ticker, Instant until) {
    return all.stream()
        .filter(each -> each.ticker().equals(ticker))
        .map(Receipt::at)
        .filter(at -> !at.isAfter(until))
        .max(Instant::compareTo);
  }

  private Receipts where(Predicate<Receipt> condition) {
    return new Receipts(all.stream().filter(condition).toList());
  }

  /** A data frame. */
  private record Frame(String session, long number) {}
}
