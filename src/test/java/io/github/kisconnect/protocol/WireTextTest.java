package io.github.kisconnect.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text from the wire. */
class WireTextTest {

  @Test
  void emptyAndTheLiteralAreNull() {
    assertThat(isNull("")).isTrue();
    assertThat(isNull("(null)")).isTrue();
    assertThat(isNull("(nulL)")).isFalse();
    assertThat(isNull("(null")).isFalse();
    assertThat(isNull(" ")).isFalse();
    assertThat(isNull("0")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "B",
        "0",
        "~",
        "00",
        "20",
        "49",
        "AF8",
        "9A",
        "318000",
        "\u00a3\u00ac",
        "\u00ff"
      })
  void keepsEveryByte(String text) {
    assertThat(of(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"B", "5", "00", "20"})
  void usualCodesAreOneInstance(String code) {
    assertThat(of(code)).isSameAs(of(code));
  }

  @Test
  void quotesForHumansWithoutControlCharacters() {
    assertThat(quote("0   08")).isEqualTo("\"0   08\"");
    assertThat(quote("\u00a3\u00ac1\u0000\n")).isEqualTo("\"\\xA3\\xAC1\\x00\\x0A\"");
    assertThat(quote("7".repeat(280))).isEqualTo("\"" + "7".repeat(20) + "\"... (280 bytes)");
  }

  private static boolean isNull(String text) {
    byte[] bytes = Frames.bytes(text);
    return WireText.isNull(bytes, 0, bytes.length);
  }

  private static String of(String text) {
    byte[] bytes = Frames.bytes(text);
    return WireText.of(bytes, 0, bytes.length);
  }

  private static String quote(String text) {
    byte[] bytes = Frames.bytes(text);
    return WireText.quote(bytes, 0, bytes.length);
  }
}
