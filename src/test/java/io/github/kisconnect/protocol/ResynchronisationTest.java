package io.github.kisconnect.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames whose count or separators lie: what is good in them is found by its anchors. */
class ResynchronisationTest {

  private static final String A = widened("005930", 46);
  private static final String B = widened("000660", 46);
  private static final String C = widened("Q500001", 46);

  /** A garbage record as reported from the live feed. */
  private static final String GARBAGE =
      "^0   08^892350514^^-28561358^0.00^0.00^32^32^32^32^16691248^71578413126647808"
          + "^587276648185856^137438953472^-0.00^\u00a3\u00ac 1293.10^`\u00c2\u0080\u0080^\0";

  private RecordDecoder decoder;

  @BeforeEach
  void freshSession() {
    decoder = new RecordDecoder(new Tickers(List.of("005930", "000660", "Q500001")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"001", "002", "004", "005", "138", "999", "0", "-3", "", "abc", "1000"})
  void aLyingCountCostsNoRecord(String count) {
    DecodedFrame decoded = decode(Frames.frame(count, String.join("^", A, B, C)));

    assertThat(tickers(decoded)).containsExactly("005930", "000660", "Q500001");
    assertThat(decoded.rejected()).isEmpty();
    assertThat(decoded.width()).isZero();
    assertThat(decoded.trades())
        .allSatisfy(indexed -> assertThat(indexed.trade().extraFields()).containsExactly("318000"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"002", "007", "046", "999", "0", "x"})
  void aLyingCountCostsNotEvenASingleRecord(String count) {
    DecodedFrame decoded = decode(Frames.frame(count, A));

    assertThat(tickers(decoded)).containsExactly("005930");
    assertThat(decoded.trades().get(0).trade().extraFields()).containsExactly("318000");
    assertThat(decoded.rejected()).isEmpty();
    assertThat(decoded.width()).isZero();
  }

  @Test
  void countOneWithTwoWholeRecordsIsALie() {
    String record = RecordText.of("005930").text();

    DecodedFrame decoded = decode(Frames.frame("001", record + "^" + record));

    assertThat(decoded.trades()).hasSize(2);
    assertThat(decoded.width()).isZero();
  }

  @Test
  void aWidthThatHidesARecordAmongTheExtrasIsNotBelieved() {
    String truncated = B.substring(0, B.lastIndexOf("^N^"));

    DecodedFrame decoded = decode(Frames.frame("001", A + "^" + truncated));

    assertThat(tickers(decoded)).containsExactly("005930");
    assertThat(decoded.rejected())
        .singleElement()
        .satisfies(
            rejected -> {
              assertThat(rejected.reason()).isEqualTo(RejectReason.WRONG_WIDTH);
              assertThat(rejected.ticker()).isEqualTo("000660");
              assertThat(Frames.text(rejected.bytes())).isEqualTo(truncated);
            });
  }

  @Test
  void aGarbageRecordIsRejectedAlone() {
    decode(Frames.frame(List.of(A)));
    for (String frame :
        List.of(
            Frames.frame("002", A + "^" + GARBAGE),
            Frames.frame("003", A + "^" + GARBAGE + "^" + C),
            Frames.frame("003", A + "^" + B + "^" + GARBAGE))) {
      DecodedFrame decoded = decode(frame);

      assertThat(decoded.trades()).hasSize(frame.split("318000", -1).length - 1);
      assertThat(decoded.trades())
          .allSatisfy(
              indexed -> assertThat(indexed.trade().extraFields()).containsExactly("318000"));
      assertThat(decoded.rejected())
          .singleElement()
          .satisfies(
              rejected -> {
                assertThat(Frames.text(rejected.bytes()))
                    .isEqualTo(GARBAGE.substring(0, rejected.bytes().length))
                    .hasSizeGreaterThanOrEqualTo(GARBAGE.length() - 1);
                assertThat(rejected.ticker()).isNull();
              });
    }
  }

  @Test
  void garbageOfTheFirstFrameOfASessionNeverPassesForExtraColumns() {
    DecodedFrame decoded = decode(Frames.frame("002", A + "^" + GARBAGE + "^x"));

    assertThat(tickers(decoded)).containsExactly("005930");
    assertThat(decoded.rejected()).hasSize(1);
    assertThat(Frames.text(decoded.rejected().get(0).bytes())).endsWith(GARBAGE + "^x");
  }

  @Test
  void theWidthOfEarlierFramesSeparatesARecordFromGarbageBehindIt() {
    decode(Frames.frame(List.of(A, B)));

    DecodedFrame decoded = decode(Frames.frame("002", A + "^" + GARBAGE + "^x"));

    assertThat(decoded.trades().get(0).trade().extraFields()).containsExactly("318000");
    assertThat(Frames.text(decoded.rejected().get(0).bytes())).isEqualTo(GARBAGE + "^x");
  }

  @ParameterizedTest
  @ValueSource(ints = {45, 46, 47})
  void aMergedFieldCostsOneRecord(int width) {
    decode(Frames.frame(List.of(widened("005930", width))));
    String merged = widened("000660", width).replaceFirst("\\^77600\\^", "^77600");
    String last = widened("Q500001", width);

    DecodedFrame decoded =
        decode(Frames.frame("003", String.join("^", widened("005930", width), merged, last)));

    assertThat(tickers(decoded)).containsExactly("005930", "Q500001");
    assertThat(decoded.trades().get(1).trade().extraFields()).hasSize(width - 45);
    assertThat(decoded.rejected())
        .singleElement()
        .satisfies(
            rejected -> {
              assertThat(Frames.text(rejected.bytes())).isEqualTo(merged);
              assertThat(rejected.ticker()).isEqualTo("000660");
            });
  }

  @ParameterizedTest
  @CsvSource({"45, 0", "45, 1", "45, 33", "47, 0", "47, 1", "47, 33"})
  void aDamagedRecordHidesNoWidthThatIsNewToTheSession(int width, int damagedPlace) {
    decode(Frames.frame(List.of(A, B)));
    String damaged = RecordText.of("000660").widened(width).with(damagedPlace, "0   08").text();

    DecodedFrame decoded = decode(Frames.frame(List.of(widened("005930", width), damaged)));

    assertThat(decoded.width()).isEqualTo(width);
    assertThat(decoded.trades())
        .singleElement()
        .satisfies(indexed -> assertThat(indexed.trade().extraFields()).hasSize(width - 45));
    assertOnlyRejected(decoded, damaged);
  }

  @Test
  void twoMergedFieldsDoNotMakeAWidthThatIsNewToTheSession() {
    decode(Frames.frame(List.of(A, B)));
    String merged = B.replaceFirst("\\^77600\\^", "^77600").replaceFirst("\\^6265\\^", "^6265");

    DecodedFrame decoded = decode(Frames.frame("002", A + "^" + merged));

    assertThat(decoded.trades().get(0).trade().extraFields()).containsExactly("318000");
    assertOnlyRejected(decoded, merged);
  }

  @ParameterizedTest
  @CsvSource({"45, 47", "47, 45", "46, 46"})
  void aRecordEndsWhereABrokenOneBegins(int earlierWidth, int width) {
    decode(Frames.frame(List.of(widened("005930", earlierWidth))));
    String truncated = B.substring(0, 60);

    DecodedFrame decoded = decode(Frames.frame("002", widened("005930", width) + "^" + truncated));

    assertThat(decoded.trades())
        .singleElement()
        .satisfies(indexed -> assertThat(indexed.trade().extraFields()).hasSize(width - 45));
    assertOnlyRejected(decoded, truncated);
  }

  @Test
  void mostRecordsOfAFrameSayHowWideItsRecordsAre() {
    decode(Frames.frame(List.of(widened("005930", 45))));
    String truncated = B.substring(0, 60);

    DecodedFrame decoded = decode(Frames.frame("004", String.join("^", A, B, C, truncated)));

    assertThat(decoded.trades())
        .hasSize(3)
        .allSatisfy(indexed -> assertThat(indexed.trade().extraFields()).containsExactly("318000"));
    assertOnlyRejected(decoded, truncated);
  }

  @Test
  void aTruncatedRecordCostsOneRecordAndNamesItsTicker() {
    String truncated = B.substring(0, 60);

    DecodedFrame decoded = decode(Frames.frame("003", String.join("^", A, C, truncated)));

    assertThat(tickers(decoded)).containsExactly("005930", "Q500001");
    assertOnlyRejected(decoded, truncated);
  }

  @Test
  void garbageBeforeTheFirstRecordCostsNothingElse() {
    DecodedFrame decoded = decode(Frames.frame("002", "x^y^z^" + A + "^" + B));

    assertThat(tickers(decoded)).containsExactly("005930", "000660");
    assertThat(decoded.trades()).extracting(DecodedFrame.IndexedTrade::index).containsExactly(1, 2);
    assertOnlyRejected(decoded, "x^y^z");
  }

  @Test
  void aBadValueKeepsTheTickerOfItsRecord() {
    String bad = B.replace("^77500^", "^6800000000000000000^");

    DecodedFrame decoded = decode(Frames.frame(List.of(A, bad, bad, C)));

    assertThat(tickers(decoded)).containsExactly("005930", "Q500001");
    assertThat(decoded.width()).isEqualTo(46);
    assertThat(decoded.rejected()).extracting(RejectedRecord::index).containsExactly(1, 2);
    assertThat(decoded.rejected())
        .allSatisfy(
            rejected -> {
              assertThat(rejected.reason()).isEqualTo(RejectReason.BAD_VALUE);
              assertThat(rejected.ticker()).isEqualTo("000660");
              assertThat(Frames.text(rejected.bytes())).isEqualTo(bad);
            });
  }

  @Test
  void neighbouringGarbageIsOnePiece() {
    String noise = String.join("^", Collections.nCopies(46, "?"));

    DecodedFrame decoded = decode(Frames.frame(List.of(A, noise, noise, noise, B)));

    assertThat(tickers(decoded)).containsExactly("005930", "000660");
    assertThat(decoded.trades()).extracting(DecodedFrame.IndexedTrade::index).containsExactly(0, 4);
    assertThat(decoded.rejected())
        .singleElement()
        .satisfies(
            rejected -> {
              assertThat(rejected.index()).isEqualTo(1);
              assertThat(Frames.text(rejected.bytes()))
                  .isEqualTo(noise + "^" + noise + "^" + noise);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "001", "002", "999"})
  void anEmptyPayloadIsOneEmptyPiece(String count) {
    DecodedFrame decoded = decode(Frames.frame(count, ""));

    assertThat(decoded.trades()).isEmpty();
    assertThat(decoded.rejected())
        .singleElement()
        .satisfies(
            rejected -> {
              assertThat(rejected.reason()).isEqualTo(RejectReason.WRONG_WIDTH);
              assertThat(rejected.bytes()).isEmpty();
            });
  }

  @Test
  void aStreamOfBrokenRecordsThatNameTickersGivesABoundedNumberOfPieces() {
    List<String> records = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      records.add(A.replace("^77500^", "^x^"));
    }

    DecodedFrame decoded = decode(Frames.frame("1", String.join("^", records)));

    assertThat(decoded.trades()).isEmpty();
    assertThat(decoded.rejected()).hasSize(1000);
    assertThat(decoded.rejected().stream().mapToInt(r -> r.bytes().length + 1).sum())
        .isEqualTo(String.join("^", records).length() + 1);
  }

  private static String widened(String ticker, int width) {
    return RecordText.of(ticker).widened(width).text();
  }

  private DecodedFrame decode(String frame) {
    return decoder.decode(Frames.data(frame), null);
  }

  private static void assertOnlyRejected(DecodedFrame decoded, String text) {
    assertThat(decoded.rejected())
        .singleElement()
        .satisfies(rejected -> assertThat(Frames.text(rejected.bytes())).isEqualTo(text));
  }

  private static List<String> tickers(DecodedFrame decoded) {
    return decoded.trades().stream().map(indexed -> indexed.trade().ticker()).toList();
  }
}
