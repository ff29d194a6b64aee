package io.github.kisconnect.metrics;

import static io.github.kisconnect.metrics.Metrics.counter;
import static io.github.kisconnect.metrics.Metrics.gauge;

import java.util.List;

/** The part of the catalogue that counts what came in and what became of it. */
final class FeedCatalog {

  static final List<Metric> METRICS =
      List.of(
          counter(
              "frames-total",
              "frames",
              task -> task.feed().frames(),
              "Data frames received, unreadable ones included."),
          counter(
              "records-total",
              "records",
              task -> task.feed().records(),
              "Records received and decoded."),
          gauge(
              "records-per-frame-avg",
              "records",
              task -> task.feed().recordsPerFrame(),
              "Average number of records in a data frame since the start; NaN before the first."),
          gauge(
              "records-per-frame-max",
              "records",
              task -> task.feed().mostRecordsPerFrame(),
              "Most records in one data frame since the start; NaN before the first."),
          gauge(
              "record-width-last",
              "fields",
              task -> task.feed().widths().last(),
              "Fields of a record in the last data frame that told it; NaN before the first. KIS"
                  + " changed its layout when this changes."),
          gauge(
              "record-width-min",
              "fields",
              task -> task.feed().widths().least(),
              "Fewest fields of a record since the start; NaN before the first."),
          gauge(
              "record-width-max",
              "fields",
              task -> task.feed().widths().most(),
              "Most fields of a record since the start; NaN before the first."),
          counter(
              "records-rejected-total",
              "pieces",
              Tag.REJECT_REASON,
              (task, reason) -> task.feed().rejects().of(reason),
              "Pieces of frames that could not be decoded."),
          counter(
              "ticker-records-total",
              "records",
              Tag.TICKER,
              (task, ticker) -> task.feed().tickerRecords().of(ticker),
              "Records received and decoded of a ticker."),
          counter(
              "gaps-total",
              "holes",
              Tag.GAP_REASON,
              (task, reason) -> task.feed().gaps().of(reason),
              "Holes reported, with or without a `gap.topic`; counted when Connect polls."),
          counter(
              "ticker-gaps-total",
              "holes",
              Tag.TICKER,
              (task, ticker) -> task.feed().tickerGaps().of(ticker),
              "Holes of a ticker reported, with or without a `gap.topic`; counted when Connect"
                  + " polls."),
          counter(
              "records-polled-total",
              "records",
              task -> task.feed().polled(),
              "Records of the topic given to Connect."),
          counter(
              "records-acknowledged-total",
              "records",
              task -> task.feed().acknowledged(),
              "Records of the topic that Kafka acknowledged; what a transformation filtered is not"
                  + " among them."));

  private FeedCatalog() {}
}
