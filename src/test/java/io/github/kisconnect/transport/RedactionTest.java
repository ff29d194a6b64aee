package io.github.kisconnect.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.session.Credentials;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Texts of the server, made fit for a sentence. */
class RedactionTest {

  @Property
  void hidesTheCredentialsWhereverTheyOccur(
      @ForAll String before,
      @ForAll @AlphaChars @NumericChars @StringLength(min = 8, max = 200) String appKey,
      @ForAll String between,
      @ForAll @AlphaChars @NumericChars @StringLength(min = 8, max = 200) String appSecret) {
    String clean =
        Redaction.clean(before + appKey + between + appSecret, new Credentials(appKey, appSecret));
    assertThat(clean).doesNotContain(appKey).doesNotContain(appSecret);
  }

  @Property
  void givesOneShortLine(@ForAll String text) {
    assertThat(Redaction.clean(text)).hasSizeLessThanOrEqualTo(201).doesNotContain("\n", "\r");
  }

  @Test
  void keepsWhatIsHarmless() {
    assertThat(Redaction.clean("유효하지 않은 AppKey입니다.\r\n(EGW00103)"))
        .isEqualTo("유효하지 않은 AppKey입니다. (EGW00103)");
  }

  @Test
  void hidesBeforeItCutsOff() {
    String text = "x ".repeat(95) + "0a0a0a0a-1b1b-2c2c-3d3d-4e4e4e4e4e4e";
    assertThat(Redaction.clean(text)).endsWith("***");
  }

  @Test
  void toleratesEmptyCredentials() {
    assertThat(Redaction.clean("as it is", new Credentials("", ""))).isEqualTo("as it is");
  }
}
