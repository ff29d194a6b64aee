package io.github.kisconnect.config;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

/** The distance of words, and what holds for every two of them. */
class EditDistancePropertyTest {

  @Example
  void countsEverySlipAsOne() {
    assertThat(EditDistance.between("topic", "topics")).isEqualTo(1);
    assertThat(EditDistance.between("topics", "topic")).isEqualTo(1);
    assertThat(EditDistance.between("topic", "tonic")).isEqualTo(1);
    assertThat(EditDistance.between("topic", "tpoic")).isEqualTo(1);
    assertThat(EditDistance.between("kitten", "sitting")).isEqualTo(3);
    assertThat(EditDistance.between("", "abc")).isEqualTo(3);
  }

  @Property
  void isZeroForEqualWordsOnly(
      @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 6) String a,
      @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 6) String b) {
    assertThat(EditDistance.between(a, b) == 0).isEqualTo(a.equals(b));
  }

  @Property
  void isTheSameBothWays(
      @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 8) String a,
      @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 8) String b) {
    assertThat(EditDistance.between(a, b)).isEqualTo(EditDistance.between(b, a));
  }

  @Property
  void liesBetweenTheDifferenceOfLengthsAndTheLongerLength(
      @ForAll @AlphaChars @StringLength(max = 20) String a,
      @ForAll @AlphaChars @StringLength(max = 20) String b) {
    assertThat(EditDistance.between(a, b))
        .isBetween(Math.abs(a.length() - b.length()), Math.max(a.length(), b.length()));
  }
}
