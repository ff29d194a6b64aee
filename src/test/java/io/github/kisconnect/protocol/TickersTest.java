package io.github.kisconnect.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tickers of a session, found by their bytes. */
class TickersTest {

  private static final List<String> NAMES =
      List.of("005930", "000660", "0193T0", "Q500001", "ZZZZZZZZZ", "000000000", "000000");

  private final Tickers tickers = new Tickers(NAMES);

  @Test
  void findsEachTickerAsTheVeryInstance() {
    for (String name : NAMES) {
      assertThat(find(name)).isSameAs(name);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "5930",
        "005931",
        "0005930",
        "00593",
        "0193t0",
        "Q50000",
        "Q5000010",
        "00593\u0000",
        " 05930",
        "\u00b1\u00b105930",
        "0000000"
      })
  void findsNothingElse(String text) {
    assertThat(find(text)).isNull();
  }

  @Test
  void looksOnlyAtTheGivenRange() {
    byte[] bytes = Frames.bytes("^005930^");

    assertThat(tickers.find(bytes, 1, 7)).isEqualTo("005930");
    assertThat(tickers.find(bytes, 0, 7)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5930", "0123456789", "00593a", "삼성전자", "00593 "})
  void refusesWhatIsNoTicker(String name) {
    assertThatThrownBy(() -> new Tickers(List.of("005930", name)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("6 to 9 characters");
  }

  @Test
  void findsNothingWhereThereAreNone() {
    byte[] bytes = Frames.bytes("005930");

    assertThat(new Tickers(List.of()).find(bytes, 0, bytes.length)).isNull();
  }

  private String find(String text) {
    byte[] bytes = Frames.bytes(text);
    return tickers.find(bytes, 0, bytes.length);
  }
}
