package io.github.kisconnect.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said about a list of tickers. */
class TickerListTest {

  private static List<String> problems(String tickers) {
    return SampleProperties.problems(SampleProperties.with("kis.tickers", tickers))
        .getOrDefault("kis.tickers", List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"005930", "0193T0", "Q500001", "ABCDEF123", "005930,000660"})
  void acceptsSixToNineDigitsAndCapitals(String tickers) {
    assertThat(problems(tickers)).isEmpty();
  }

  @Test
  void wantsAtLeastOneTicker() {
    assertThat(problems(" ")).containsExactly("kis.tickers is empty: list at least one ticker.");
  }

  @Test
  void namesRepeatedTickers() {
    assertThat(problems("005930,000660,005930, 000660,005930"))
        .containsExactly(
            "kis.tickers names tickers more than once: 005930, 000660. Keep one of each.");
  }

  @Test
  void suggestsCapitals() {
    assertThat(problems("0193t0,q500001"))
        .containsExactly(
            "kis.tickers holds tickers in lower case: write 0193T0 instead of 0193t0, Q500001"
                + " instead of q500001.");
  }

  @Test
  void namesTheBlankEntriesByPosition() {
    assertThat(problems("005930,,000660, ,"))
        .containsExactly(
            "kis.tickers has blank entries at position 2, 4, 5: remove the spare commas.");
  }

  @Test
  void namesWrongEntriesAndSaysWhatATickerIs() {
    assertThat(problems("005930.KS,12345,1234567890,삼성전자주식,00 5930,005930"))
        .containsExactly(
            "kis.tickers holds entries that are no tickers: 005930.KS, 12345, 1234567890, number 4,"
                + " number 5. A ticker has 6 to 9 characters, 0-9 or A-Z.");
  }

  @Test
  void doesNotRepeatALongEntryThatMayBeASecret() {
    assertThat(problems("PSdummyDummyDummyDummyDummyDummyDumm"))
        .containsExactly(
            "kis.tickers holds entries that are no tickers: number 1. A ticker has 6 to 9"
                + " characters, 0-9 or A-Z.");
  }

  @Test
  void namesTenCulpritsAtMost() {
    String wrong =
        IntStream.rangeClosed(1, 13).mapToObj(Integer::toString).collect(Collectors.joining(","));

    assertThat(problems(wrong))
        .singleElement()
        .asString()
        .contains("no tickers: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 3 more. A ticker");
  }

  @Test
  void findsEveryKindOfProblemAtOnce() {
    assertThat(problems("005930,005930,,0193t0,?")).hasSize(4);
  }
}
