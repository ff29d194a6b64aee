package io.github.kisconnect.metrics;

import io.github.kisconnect.gap.GapReason;
import io.github.kisconnect.protocol.RejectReason;
import io.github.kisconnect.queue.OverflowPolicy;
import io.github.kisconnect.session.FailureKind;
import java.util.List;
import java.util.Locale;

/** By what a metric is broken down. Its values are known when a task starts. */
public enum Tag {
  /** Not broken down. */
  NONE(""),
  REJECT_REASON("reason"),
  OVERFLOW_POLICY("policy"),
  FAILURE_KIND("class"),
  GAP_REASON("reason"),
  TICKER("ticker"),
  STAGE("stage");

  private final String key;

  Tag(String key) {
    this.key = key;
  }

  /** Key of the tag, as in JMX object names and Prometheus labels; empty for {@link #NONE}. */
  public String key() {
    return key;
  }

  /** Every value that the tag has in a task of these tickers, in lower case but for tickers. */
  public List<String> values(List<String> tickers) {
    return subjects(tickers).stream().map(Tag::text).toList();
  }

  /** What the values stand for: constants of an enumeration, or tickers. */
  List<?> subjects(List<String> tickers) {
    return switch (this) {
      case NONE -> List.of("");
      case TICKER -> tickers;
      case REJECT_REASON -> List.of(RejectReason.values());
      case OVERFLOW_POLICY -> List.of(OverflowPolicy.values());
      case FAILURE_KIND -> List.of(FailureKind.values());
      case GAP_REASON -> List.of(GapReason.values());
      case STAGE -> List.of(LatencyStage.values());
    };
  }

  static String text(Object subject) {
    return subject instanceof Enum<?> constant
        ? constant.name().toLowerCase(Locale.ROOT)
        : subject.toString();
  }
}
