package io.github.kisconnect.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds for every input whatever. */
class RecordDecoderPropertiesTest {

  private static final String SEED = "20240426";
  private static final Tickers TICKERS = new Tickers(RandomRecords.TICKERS);

  @Property(tries = 500, seed = SEED)
  void anyBytesAreParsedWithoutAnException(@ForAll byte[] bytes) {
    Frame frame = FrameParser.parse(bytes, bytes.length);
    ControlMessage message = ControlMessage.parse(bytes, bytes.length);

    assertThat(frame).isNotNull();
    assertThat(message).isNotNull();
  }

  @Property(tries = 150, seed = SEED)
  void anyPayloadIsAccountedForToTheLastByte(
      @ForAll("counts") String count,
      @ForAll @Size(max = 200) List<@From("fragments") String> fragments) {
    Frame.Data frame = Frames.data(Frames.frame(count, String.join("", fragments)));

    decodeAndCheck(new RecordDecoder(TICKERS), frame);
  }

  @Property(tries = 150, seed = SEED)
  void mutatedFramesAreAccountedForToTheLastByte(
      @ForAll Random random,
      @ForAll @IntRange(min = 1, max = 8) int count,
      @ForAll @IntRange(min = 45, max = 50) int width,
      @ForAll @IntRange(min = 1, max = 12) int mutations) {
    RecordDecoder decoder = new RecordDecoder(TICKERS);
    RandomRecords records = new RandomRecords(random);
    for (int i = 0; i < 3; i++) {
      StringBuilder message = new StringBuilder(Frames.frame(texts(records.next(count, width))));
      for (int mutation = 0; mutation < mutations; mutation++) {
        mutate(message, random);
      }
      if (Frames.parse(message.toString()) instanceof Frame.Data frame) {
        decodeAndCheck(decoder, frame);
      }
    }
  }

  @Property(tries = 100, seed = SEED)
  void whatIsEncodedIsDecoded(
      @ForAll Random random,
      @ForAll @IntRange(min = 1, max = 40) int count,
      @ForAll @IntRange(min = 45, max = 89) int width) {
    List<RecordText> records = new RandomRecords(random).next(count, width);
    Frame.Data frame = Frames.data(Frames.frame(texts(records)));

    DecodedFrame decoded = decodeAndCheck(new RecordDecoder(TICKERS), frame);

    assertThat(decoded.rejected()).isEmpty();
    assertThat(decoded.width()).isEqualTo(width);
    assertThat(decoded.trades())
        .extracting(indexed -> RecordText.of(indexed.trade()))
        .isEqualTo(records);
  }

  @Property(tries = 150, seed = SEED)
  void aCorruptRecordNeverHarmsItsNeighbours(
      @ForAll Random random,
      @ForAll @IntRange(min = 2, max = 12) int count,
      @ForAll @IntRange(min = 45, max = 50) int width,
      @ForAll @Size(50) List<@From("fields") String> garbage) {
    onlyOneIsHarmed(
        new RecordDecoder(TICKERS), random, count, width, record -> corrupt(garbage, width));
  }

  /** As long as one of the others says the same: two records alone leave the width open. */
  @Property(tries = 150, seed = SEED)
  void aCorruptRecordNeverHarmsItsNeighboursThoughTheWidthIsNew(
      @ForAll Random random,
      @ForAll @IntRange(min = 3, max = 12) int count,
      @ForAll @IntRange(min = 45, max = 50) int earlierWidth,
      @ForAll @IntRange(min = 45, max = 50) int width,
      @ForAll @Size(50) List<@From("fields") String> garbage) {
    onlyOneIsHarmed(
        decoderUsedTo(earlierWidth, random),
        random,
        count,
        width,
        record -> corrupt(garbage, width));
  }

  @Property(tries = 300, seed = SEED)
  void mergedFieldsNeverHarmTheNeighbours(
      @ForAll Random random,
      @ForAll @IntRange(min = 2, max = 12) int count,
      @ForAll @IntRange(min = 45, max = 50) int width,
      @ForAll @IntRange(min = 1, max = 3) int merged) {
    UnaryOperator<String> merge =
        record -> {
          StringBuilder shorter = new StringBuilder(record);
          for (int i = 0; i < merged; i++) {
            int separator = shorter.indexOf("^", random.nextInt(shorter.lastIndexOf("^")));
            shorter.deleteCharAt(separator);
          }
          return shorter.toString();
        };

    onlyOneIsHarmed(decoderUsedTo(width, random), random, count, width, merge);
  }

  private static String corrupt(List<String> garbage, int width) {
    return String.join("^", garbage.subList(0, width - 1)) + "^?";
  }

  private static RecordDecoder decoderUsedTo(int width, Random random) {
    RecordDecoder decoder = new RecordDecoder(TICKERS);
    decodeAndCheck(
        decoder, Frames.data(Frames.frame(texts(new RandomRecords(random).next(1, width)))));
    return decoder;
  }

  private static void onlyOneIsHarmed(
      RecordDecoder decoder, Random random, int count, int width, UnaryOperator<String> harm) {
    List<RecordText> records = new RandomRecords(random).next(count, width);
    int harmed = random.nextInt(count);
    List<String> sent = texts(records);
    sent.set(harmed, harm.apply(sent.get(harmed)));

    DecodedFrame decoded = decodeAndCheck(decoder, Frames.data(Frames.frame(sent)));

    List<RecordText> others = new ArrayList<>(records);
    others.remove(harmed);
    assertThat(decoded.trades())
        .extracting(indexed -> RecordText.of(indexed.trade()))
        .containsSubsequence(others);
  }

  private static DecodedFrame decodeAndCheck(RecordDecoder decoder, Frame.Data frame) {
    DecodedFrame decoded = decoder.decode(frame, null);
    assertThat(decoded.trades())
        .allSatisfy(
            indexed -> assertThat(RandomRecords.TICKERS).contains(indexed.trade().ticker()));
    if (frame.trId().equals(SubscribeRequest.TR_ID) && !frame.encrypted()) {
      Accounting.check(frame, decoded);
    }
    return decoded;
  }

  private static List<String> texts(List<RecordText> records) {
    return new ArrayList<>(records.stream().map(RecordText::text).toList());
  }

  /** Replaces, deletes, inserts or copies at a random place. */
  private static void mutate(StringBuilder message, Random random) {
    int place = random.nextInt(message.length());
    char any = "^^^|0123456789-.\0\u00a3\u00ac ABN".charAt(random.nextInt(22));
    switch (random.nextInt(4)) {
      case 0 -> message.setCharAt(place, any);
      case 1 -> message.deleteCharAt(place);
      case 2 -> message.insert(place, any);
      default -> message.insert(place, message, place, Math.min(message.length(), place + 60));
    }
  }

  @Provide
  Arbitrary<String> counts() {
    return Arbitraries.frequencyOf(
        Tuple.of(8, Arbitraries.integers().between(1, 6).map(n -> "00" + n)),
        Tuple.of(1, Arbitraries.integers().map(String::valueOf)),
        Tuple.of(1, Arbitraries.of("", "x", "999", "000")));
  }

  /** What a payload may be made of: whole records, parts of them, separators, noise. */
  @Provide
  Arbitrary<String> fragments() {
    String record = RecordText.of("005930").text();
    return Arbitraries.frequencyOf(
        Tuple.of(2, Arbitraries.of("^" + record + "^", "^" + record + "^318000")),
        Tuple.of(1, Arbitraries.integers().between(0, record.length()).map(record::substring)),
        Tuple.of(3, Arbitraries.of("^", "^^", "^0", "^^^^^^^^^^^^^^^^^^")),
        Tuple.of(4, fields()));
  }

  @Provide
  Arbitrary<String> fields() {
    return Arbitraries.oneOf(
        Arbitraries.of("", "(null)", "0", "0.00", "-0.00", "B", "N", "00"),
        Arbitraries.of("005930", "Q500001", "999999", "085130", "20240426", "000000"),
        Arbitraries.integers().map(String::valueOf),
        Arbitraries.strings()
            .withCharRange('\0', '\u00ff')
            .ofMaxLength(20)
            .map(text -> text.replace('^', '_')));
  }
}
