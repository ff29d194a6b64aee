package io.github.kisconnect.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.protocol.MessageCode.Reaction;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of message codes. */
class MessageCodeTest {

  @ParameterizedTest
  @CsvSource({
    "OPSP0000, SUBSCRIBED",
    "OPSP0001, UNSUBSCRIBED",
    "OPSP0002, SUBSCRIBED",
    "OPSP0003, UNSUBSCRIBED",
    "OPSP0007, RETRY_TICKER",
    "OPSP0008, SESSION_FULL",
    "OPSP0009, RETRY_TICKER",
    "OPSP0010, REISSUE_APPROVAL",
    "OPSP0011, REISSUE_APPROVAL",
    "OPSP8991, FAIL",
    "OPSP8992, DROP_TICKER",
    "OPSP8993, DROP_TICKER",
    "OPSP8994, FAIL",
    "OPSP8995, FAIL",
    "OPSP8996, APP_KEY_OCCUPIED",
    "OPSP8997, FAIL",
    "OPSP8998, FAIL",
    "OPSP8999, RECONNECT",
    "OPSP9990, DROP_TICKER",
    "OPSP9991, FAIL",
    "OPSP9992, FAIL",
    "OPSP9993, RECONNECT",
    "OPSP9994, FAIL",
    "OPSP9995, RECONNECT",
    "OPSP9996, FAIL",
    "OPSP9997, FAIL",
    "OPSP9998, FAIL",
    "OPSP9999, FAIL"
  })
  void eachCodeCallsForItsReaction(String code, Reaction reaction) {
    assertThat(MessageCode.of(code).name()).isEqualTo(code);
    assertThat(MessageCode.of(code).reaction()).isEqualTo(reaction);
  }

  @Test
  void theTableHasNoOtherCodes() {
    assertThat(MessageCode.values()).hasSize(28 + 1);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "OPSP0004", "opsp0000", "EGW00103", "UNKNOWN", "0"})
  void anyOtherCodeIsUnknownAndRetried(String code) {
    assertThat(MessageCode.of(code)).isEqualTo(MessageCode.UNKNOWN);
    assertThat(MessageCode.of(code).reaction()).isEqualTo(Reaction.RETRY_TICKER);
  }

  @ParameterizedTest
  @EnumSource
  void meaningIsASentence(MessageCode code) {
    assertThat(code.meaning()).endsWith(".").matches("[A-Z].{10,}");
  }

  @ParameterizedTest
  @EnumSource
  void aFatalCodeSaysWhatToDo(MessageCode code) {
    if (code.reaction() == Reaction.FAIL) {
      assertThat(code.meaning().toLowerCase(Locale.ROOT))
          .containsAnyOf("correct kis.", "check kis.", "connector needs an update");
    }
  }
}
