package io.github.kisconnect.record;

import io.github.kisconnect.protocol.FrameOrigin;
import io.github.kisconnect.protocol.SubscribeRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * Source partitions and offsets as Connect stores them. The feed cannot be replayed, so an offset
 * is no position to resume from: it says up to when a ticker is in the topic, and the hole from
 * there to the next start can be reported. Stateless; any thread.
 */
public final class SourceOffsets {

  /** Partition: the TR. */
  static final String TR_ID = "tr_id";

  /** Partition: the ticker. */
  static final String TR_KEY = "tr_key";

  /** Offset: BSOP_DATE of the last record, YYYYMMDD. */
  static final String BUSINESS_DATE = "business_date";

  /** Offset: STCK_CNTG_HOUR of the last record, HHMMSS. */
  static final String TIME = "time";

  /** Offset: when the last record was received, microseconds since the epoch. */
  static final String RECEIVED_AT = "received_at";

  /** Offset: id of the session in which the last record was received. */
  static final String SESSION = "session";

  /** 2001 to 2286 in microseconds: catches seconds, milliseconds and nanoseconds. */
  private static final long LEAST_MICROS = 1_000_000_000_000_000L;

  private static final long MOST_MICROS = 9_999_999_999_999_999L;

  private SourceOffsets() {}

  /**
   * The source partition of a ticker; immutable. Its order is always the same: a worker finds an
   * offset by the bytes of the partition's JSON, whichever JVM wrote it.
   */
  public static Map<String, String> partition(String ticker) {
    Map<String, String> partition = new LinkedHashMap<>();
    partition.put(TR_ID, SubscribeRequest.TR_ID);
    partition.put(TR_KEY, ticker);
    return Collections.unmodifiableMap(partition);
  }

  /**
   * When the last record of a stored offset was received, microseconds since the epoch; empty where
   * there is no offset or none that makes sense.
   */
  public static OptionalLong receivedAt(Map<String, ?> offset) {
    return offset == null ? OptionalLong.empty() : micros(offset.get(RECEIVED_AT));
  }

  /**
   * Judges what an operator wants to write into the stored offsets: resets are accepted for every
   * partition, even for one that is none of ours, and offsets of the shape that we write.
   *
   * @param offsets offset, or null, by partition
   * @throws ConnectException with one sentence for each entry that is refused
   */
  public static void validateForAlter(Map<Map<String, ?>, Map<String, ?>> offsets) {
    String refusals =
        offsets.entrySet().stream()
            .map(entry -> OffsetAlteration.refusal(entry.getKey(), entry.getValue()))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" "));
    if (!refusals.isEmpty()) {
      throw new ConnectException(refusals);
    }
  }

  static Map<String, Object> offset(BusinessDay day, long millisOfDay, FrameOrigin origin) {
    return Map.of(
        BUSINESS_DATE,
        day.text(),
        TIME,
        hhmmss(millisOfDay),
        RECEIVED_AT,
        origin.receivedAtMicros(),
        SESSION,
        origin.session());
  }

  /** The value as microseconds since the epoch, or empty where it cannot be meant as such. */
  static OptionalLong micros(Object value) {
    if (!(value instanceof Long micros) || micros < LEAST_MICROS || micros > MOST_MICROS) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(micros);
  }

  private static String hhmmss(long millisOfDay) {
    int second = (int) (millisOfDay / 1000);
    int digits = second / 3600 * 10_000 + second / 60 % 60 * 100 + second % 60;
    // The leading 1 keeps the zeros of the early hours.
    return Integer.toString(1_000_000 + digits).substring(1);
  }
}
