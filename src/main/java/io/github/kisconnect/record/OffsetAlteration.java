package io.github.kisconnect.record;

import io.github.kisconnect.protocol.SubscribeRequest;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What an operator may write into the stored offsets. A null offset removes a partition and is
 * accepted for anything at all, so that rubbish can be cleaned away; otherwise the partition must
 * be one of this connector's, and the offset of the shape that it writes itself, of which only
 * {@code received_at} must be there. Stateless.
 */
final class OffsetAlteration {

  private static final Pattern TICKER = Pattern.compile("[0-9A-Z]{6,9}");

  private static final List<Entry> ENTRIES =
      List.of(
          new Entry(
              SourceOffsets.RECEIVED_AT,
              true,
              "microseconds since 1970-01-01T00:00:00Z as a whole number of 16 digits",
              value -> SourceOffsets.micros(value).isPresent()),
          new Entry(
              SourceOffsets.BUSINESS_DATE,
              false,
              "the date of a day as text YYYYMMDD",
              value -> isText(value, "uuuuMMdd")),
          new Entry(
              SourceOffsets.TIME,
              false,
              "a time of day as text HHMMSS",
              value -> isText(value, "HHmmss")),
          new Entry(
              SourceOffsets.SESSION,
              false,
              "the id of a session as text",
              String.class::isInstance));

  private OffsetAlteration() {}

  /** Why this entry is refused, in one sentence; empty where it is accepted. */
  static Optional<String> refusal(Map<String, ?> partition, Map<String, ?> offset) {
    if (offset == null) {
      return Optional.empty();
    }
    if (!isOurs(partition)) {
      return Optional.of(
          "The source partition %s is none of this connector's, which look like {%s=%s, %s=005930}; correct it, or give it a null offset to remove it."
              .formatted(
                  partition, SourceOffsets.TR_ID, SubscribeRequest.TR_ID, SourceOffsets.TR_KEY));
    }
    if (!partition.keySet().iterator().next().equals(SourceOffsets.TR_ID)) {
      return Optional.of(
          "The source partition %s must name %s first: Connect finds offsets by the text of their partition, so this one would never be read."
              .formatted(partition, SourceOffsets.TR_ID));
    }
    Object ticker = partition.get(SourceOffsets.TR_KEY);
    return ENTRIES.stream()
        .filter(entry -> !entry.accepts(offset))
        .map(
            entry ->
                "The offset of ticker %s has %s=%s, but it must be %s."
                    .formatted(ticker, entry.key(), offset.get(entry.key()), entry.shape()))
        .findFirst()
        .or(
            () ->
                offset.keySet().stream()
                    .filter(key -> ENTRIES.stream().noneMatch(entry -> entry.key().equals(key)))
                    .findFirst()
                    .map(
                        key ->
                            "The offset of ticker %s has the key %s, which this connector does not know; leave it out."
                                .formatted(ticker, key)));
  }

  private static boolean isOurs(Map<String, ?> partition) {
    return partition != null
        && partition.keySet().equals(Set.of(SourceOffsets.TR_ID, SourceOffsets.TR_KEY))
        && SubscribeRequest.TR_ID.equals(partition.get(SourceOffsets.TR_ID))
        && partition.get(SourceOffsets.TR_KEY) instanceof String ticker
        && TICKER.matcher(ticker).matches();
  }

  private static boolean isText(Object value, String pattern) {
    if (!(value instanceof String text)) {
      return false;
    }
    try {
      DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT).parse(text);
      return true;
    } catch (DateTimeException unreadable) {
      return false;
    }
  }

  /** One entry of an offset, with the words for what it must be. */
  private record Entry(String key, boolean required, String shape, Predicate<Object> test) {

    boolean accepts(Map<String, ?> offset) {
      Object value = offset.get(key);
      return value == null ? !required : test.test(value);
    }
  }
}
