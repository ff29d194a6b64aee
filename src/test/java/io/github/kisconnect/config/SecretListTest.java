package io.github.kisconnect.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said about app keys and their secrets: positions, never values. */
class SecretListTest {

  private static Map<String, List<String>> problems(String appKeys, String appSecrets) {
    return SampleProperties.problems(
        SampleProperties.with("kis.app.keys", appKeys, "kis.app.secrets", appSecrets));
  }

  @Test
  void namesRepeatedAppKeysByPosition() {
    assertThat(problems("one,two,one,one", "a,b,c,d"))
        .containsOnly(
            Map.entry(
                "kis.app.keys",
                List.of(
                    "Entry 3 of kis.app.keys equals entry 1: give each app key once, as KIS allows"
                        + " it one session only.",
                    "Entry 4 of kis.app.keys equals entry 1: give each app key once, as KIS allows"
                        + " it one session only.")));
  }

  @Test
  void allowsEqualSecrets() {
    assertThat(problems("one,two", "same,same")).isEmpty();
  }

  @Test
  void namesBlankEntriesByPosition() {
    assertThat(problems("one,,three", "a, ,"))
        .containsOnly(
            Map.entry(
                "kis.app.keys",
                List.of(
                    "Entry 2 of kis.app.keys is blank: remove the spare comma or fill the entry"
                        + " in.")),
            Map.entry(
                "kis.app.secrets",
                List.of(
                    "Entry 2 of kis.app.secrets is blank: remove the spare comma or fill the entry"
                        + " in.",
                    "Entry 3 of kis.app.secrets is blank: remove the spare comma or fill the entry"
                        + " in.")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   "})
  void wantsAtLeastOneAppKey(String none) {
    assertThat(problems(none, "a").get("kis.app.keys"))
        .containsExactly("kis.app.keys is empty: list at least one entry.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", "line\nbreak", "be\u0007ll", "키"})
  void refusesWhatCannotBeAnAppKey(String odd) {
    assertThat(problems("one," + odd, "a,b"))
        .containsOnly(
            Map.entry(
                "kis.app.keys",
                List.of(
                    "Entry 2 of kis.app.keys holds white space or other unprintable characters:"
                        + " copy it anew.")));
  }

  @Test
  void acceptsWhateverElseKisMayHandOut() {
    assertThat(problems("PS$+/=", "a+/=b.c_d-e~{}$")).isEmpty();
  }
}
