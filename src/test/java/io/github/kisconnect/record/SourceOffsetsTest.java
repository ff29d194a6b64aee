package io.github.kisconnect.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kisconnect.protocol.FrameOrigin;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is stored, how it is read back, and what an operator may write instead. */
class SourceOffsetsTest {

  private static final long RECEIVED_AT = 1_783_381_890_123_456L;
  private static final Map<String, ?> PARTITION = SourceOffsets.partition("005930");
  private static final FrameOrigin ORIGIN = new FrameOrigin("H0STANC0", "s-1", 7, RECEIVED_AT);

  @Test
  void namesThePartitionByTrAndTicker() {
    assertThat(SourceOffsets.partition("Q500001"))
        .isEqualTo(Map.of("tr_id", "H0STANC0", "tr_key", "Q500001"));
  }

  @Test
  void keepsTheOrderOfThePartitionSoThatAnotherWorkerFindsItsOffset() {
    assertThat(SourceOffsets.partition("Q500001").keySet()).containsExactly("tr_id", "tr_key");
    assertThat(SourceOffsets.partition("005930").keySet()).containsExactly("tr_id", "tr_key");
  }

  @ParameterizedTest
  @CsvSource({"08:51:30, 085130", "00:00:00, 000000", "00:00:09, 000009", "23:59:59, 235959"})
  void storesDateAndTimeAsOnTheWire(LocalTime time, String text) {
    BusinessDay day = BusinessDay.of(LocalDate.of(2026, 7, 7).toEpochDay());

    assertThat(SourceOffsets.offset(day, time.toSecondOfDay() * 1000L, ORIGIN))
        .isEqualTo(
            Map.of(
                "business_date",
                "20260707",
                "time",
                text,
                "received_at",
                RECEIVED_AT,
                "session",
                "s-1"));
  }

  @Test
  void readsBackWhenTheLastRecordWasReceived() {
    BusinessDay day = BusinessDay.of(20_000);

    assertThat(SourceOffsets.receivedAt(SourceOffsets.offset(day, 0, ORIGIN)))
        .hasValue(RECEIVED_AT);
  }

  @ParameterizedTest
  @MethodSource("garbage")
  void readsNothingOutOfGarbage(Map<String, ?> offset) {
    assertThat(SourceOffsets.receivedAt(offset)).isEmpty();
  }

  static Stream<Map<String, ?>> garbage() {
    return Stream.of(
        null,
        Map.of(),
        Collections.singletonMap("received_at", null),
        Map.of("received_at", "1783381890123456"),
        Map.of("received_at", 1.783381890123456e15),
        Map.of("received_at", -1L),
        Map.of("received_at", 7),
        Map.of("received_at", 1_783_381_890L),
        Map.of("received_at", 1_783_381_890_123L),
        Map.of("received_at", 1_783_381_890_123_456_789L));
  }

  @Test
  void acceptsWhatItWritesItself() {
    Map<String, ?> written = SourceOffsets.offset(BusinessDay.of(20_000), 31_890_000, ORIGIN);

    assertThatCode(() -> alter(PARTITION, written)).doesNotThrowAnyException();
  }

  @Test
  void acceptsAnOffsetOfTheTimeOfReceiptAlone() {
    assertThatCode(() -> alter(PARTITION, Map.of("received_at", RECEIVED_AT)))
        .doesNotThrowAnyException();
  }

  @Test
  void acceptsAResetOfAnyPartitionEvenOfRubbish() {
    Map<Map<String, ?>, Map<String, ?>> resets = new HashMap<>();
    resets.put(PARTITION, null);
    resets.put(Map.of("file", "/etc/motd"), null);
    resets.put(null, null);

    assertThatCode(() -> SourceOffsets.validateForAlter(resets)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("foreignPartitions")
  void refusesAnOffsetForAPartitionThatIsNotOurs(Map<String, ?> partition) {
    assertThatThrownBy(() -> alter(partition, Map.of("received_at", RECEIVED_AT)))
        .isInstanceOf(ConnectException.class)
        .hasMessageStartingWith("The source partition " + partition)
        .hasMessageContaining("{tr_id=H0STANC0, tr_key=005930}")
        .hasMessageEndingWith("give it a null offset to remove it.");
  }

  static Stream<Map<String, ?>> foreignPartitions() {
    return Stream.of(
        null,
        Map.of(),
        Map.of("file", "/etc/motd"),
        Map.of("tr_key", "005930"),
        Map.of("tr_id", "H0STCNT0", "tr_key", "005930"),
        Map.of("tr_id", "H0STANC0", "tr_key", "5930"),
        Map.of("tr_id", "H0STANC0", "tr_key", 5930L),
        Map.of("tr_id", "H0STANC0", "tr_key", "005930", "market", "KRX"));
  }

  @Test
  void refusesAPartitionInAnotherOrderWhichConnectWouldStoreAndNeverRead() {
    Map<String, Object> partition = new LinkedHashMap<>();
    partition.put("tr_key", "005930");
    partition.put("tr_id", "H0STANC0");

    assertThatThrownBy(() -> alter(partition, Map.of("received_at", RECEIVED_AT)))
        .isInstanceOf(ConnectException.class)
        .hasMessageStartingWith("The source partition {tr_key=005930, tr_id=H0STANC0}")
        .hasMessageContaining("must name tr_id first");
  }

  @ParameterizedTest
  @MethodSource("badEntries")
  void refusesABadEntryByName(String key, Object value, String shape) {
    Map<String, Object> offset = new HashMap<>(Map.of("received_at", RECEIVED_AT));
    offset.put(key, value);

    assertThatThrownBy(() -> alter(PARTITION, offset))
        .isInstanceOf(ConnectException.class)
        .hasMessageStartingWith("The offset of ticker 005930 has " + key + "=" + value)
        .hasMessageContaining(shape);
  }

  static Stream<Arguments> badEntries() {
    return Stream.of(
        Arguments.of("received_at", null, "16 digits"),
        Arguments.of("received_at", 1_783_381_890_123L, "16 digits"),
        Arguments.of("received_at", "yesterday", "16 digits"),
        Arguments.of("business_date", "20260230", "YYYYMMDD"),
        Arguments.of("business_date", "2026-07-07", "YYYYMMDD"),
        Arguments.of("business_date", 20_260_707L, "YYYYMMDD"),
        Arguments.of("time", "246000", "HHMMSS"),
        Arguments.of("time", "85130", "HHMMSS"),
        Arguments.of("session", 3L, "text"));
  }

  @Test
  void refusesAnEntryThatItDoesNotKnow() {
    assertThatThrownBy(
            () -> alter(PARTITION, Map.of("received_at", RECEIVED_AT, "recieved_at", RECEIVED_AT)))
        .isInstanceOf(ConnectException.class)
        .hasMessage(
            "The offset of ticker 005930 has the key recieved_at, which this connector does not"
                + " know; leave it out.");
  }

  @Test
  void refusesEveryBadEntryInOneAnswer() {
    Map<Map<String, ?>, Map<String, ?>> offsets = new LinkedHashMap<>();
    offsets.put(SourceOffsets.partition("000660"), Map.of());
    offsets.put(PARTITION, Map.of("received_at", RECEIVED_AT));
    offsets.put(Map.of("file", "/etc/motd"), Map.of("position", 30L));

    assertThatThrownBy(() -> SourceOffsets.validateForAlter(offsets))
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining("The offset of ticker 000660 has received_at=null")
        .hasMessageContaining("The source partition {file=/etc/motd}")
        .hasMessageNotContaining("The offset of ticker 005930");
  }

  private static void alter(Map<String, ?> partition, Map<String, ?> offset) {
    SourceOffsets.validateForAlter(Collections.singletonMap(partition, offset));
  }
}
