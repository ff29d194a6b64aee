package io.github.kisconnect.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kisconnect.protocol.ControlMessage.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;

/** Whatever the server says in JSON, or instead of it. */
class ControlMessageFuzzTest {

  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final String APPROVAL_KEY = "062f61cb-c756-4b8f-9fab-92113c6fbea4";
  private static final int LONGEST_TEXT = 120;

  /** Pieces of this length are long enough to know the key again. */
  private static final int TELLING_LENGTH = 8;

  private static final Set<String> PIECES_OF_THE_KEY =
      pieces(APPROVAL_KEY).collect(Collectors.toSet());

  /** What has no place in a line of a log, as categories of {@link Character#getType(int)}. */
  private static final Set<Integer> UNPRINTABLE =
      Set.of(
          (int) Character.CONTROL,
          (int) Character.FORMAT,
          (int) Character.SURROGATE,
          (int) Character.LINE_SEPARATOR,
          (int) Character.PARAGRAPH_SEPARATOR);

  @Timeout(FuzzInputs.TIMEOUT_SECONDS)
  @DictionaryFile(resourcePath = "messages.dict")
  @FuzzTest
  void letsNoKeyThrough(byte[] input) throws IOException {
    ControlMessage message = ControlMessage.parse(input, input.length);
    isFitForALog(message);
    if (!(message instanceof ControlMessage.Unreadable)) {
      spellingChangesNothing(input, message);
    }
    aPlantedKeyIsBlottedOut(new String(input, StandardCharsets.UTF_8));
  }

  /** White space and the spelling of characters say nothing. */
  private static void spellingChangesNothing(byte[] input, ControlMessage message)
      throws IOException {
    byte[] again =
        JSON.writerWithDefaultPrettyPrinter()
            .writeValueAsBytes(JSON.readTree(new String(input, StandardCharsets.UTF_8)));
    assertThat(ControlMessage.parse(again, again.length)).isEqualTo(message);
  }

  private static void aPlantedKeyIsBlottedOut(String around) throws IOException {
    if (tellsTheKey(around)) {
      return;
    }
    int middle = around.length() / 2;
    String planted = around.substring(0, middle) + APPROVAL_KEY + around.substring(middle);
    ObjectNode reply = JSON.createObjectNode();
    reply.putObject("header").put("tr_id", planted).put("tr_key", planted);
    ObjectNode body = reply.putObject("body");
    body.put("rt_cd", planted).put("msg_cd", planted).put("msg1", planted);
    body.putObject("output").put("iv", planted).put("key", planted);
    byte[] bytes = JSON.writeValueAsBytes(reply);

    ControlMessage message = ControlMessage.parse(bytes, bytes.length);

    assertThat(message).isInstanceOf(Reply.class);
    isFitForALog(message);
    assertThat(tellsTheKey(message.toString())).as("%s tells the key", message).isFalse();
  }

  private static boolean tellsTheKey(String text) {
    return pieces(text).anyMatch(PIECES_OF_THE_KEY::contains);
  }

  private static Stream<String> pieces(String text) {
    return IntStream.rangeClosed(0, text.length() - TELLING_LENGTH)
        .mapToObj(i -> text.substring(i, i + TELLING_LENGTH));
  }

  private static void isFitForALog(ControlMessage message) {
    if (message instanceof Reply reply) {
      Stream.of(reply.rtCd(), reply.rawCode(), reply.text(), reply.trId(), reply.ticker())
          .forEach(ControlMessageFuzzTest::isOneShortLine);
      assertThat(reply.code()).isNotNull();
    } else if (message instanceof ControlMessage.Unreadable unreadable) {
      isOneShortLine(unreadable.reason());
    }
  }

  private static void isOneShortLine(String text) {
    if (text != null) {
      assertThat(text).hasSizeLessThanOrEqualTo(LONGEST_TEXT);
      assertThat(text.codePoints()).noneMatch(c -> UNPRINTABLE.contains(Character.getType(c)));
    }
  }
}
