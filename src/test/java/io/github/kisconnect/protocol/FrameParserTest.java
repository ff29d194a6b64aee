package io.github.kisconnect.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The envelope of messages. */
class FrameParserTest {

  @Test
  void splitsADataFrameWithoutCopyingIt() {
    byte[] bytes = Frames.bytes("0|H0STANC0|002|a^b");

    Frame.Data data = (Frame.Data) FrameParser.parse(bytes, bytes.length);

    assertThat(data.encrypted()).isFalse();
    assertThat(data.trId()).isEqualTo("H0STANC0");
    assertThat(data.count()).isEqualTo(2);
    assertThat(data.bytes()).isSameAs(bytes);
    assertThat(payload(data)).isEqualTo("a^b");
  }

  @Test
  void flagOneIsEncrypted() {
    assertThat(Frames.data("1|H0STANC0|001|YQ==").encrypted()).isTrue();
  }

  @Test
  void keepsAnyTrId() {
    assertThat(Frames.data("0|H0STCNT0|001|a").trId()).isEqualTo("H0STCNT0");
    assertThat(Frames.data("0||001|a").trId()).isEmpty();
    assertThat(Frames.data("0|\u00a3\u00ac|001|a").trId()).isEqualTo("\u00a3\u00ac");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "001, 1",
    "019, 19",
    "999, 999",
    "0, 0",
    "000, 0",
    "1000, 0",
    "-1, 0",
    "+1, 0",
    "abc, 0",
    "'', 0",
    "1.5, 0",
    "99999999999999999999, 0"
  })
  void countIsZeroWhereItIsNoNumberOfRecords(String text, int count) {
    assertThat(Frames.data("0|H0STANC0|" + text + "|a").count()).isEqualTo(count);
  }

  @Test
  void pipesBehindTheThirdBelongToThePayload() {
    assertThat(payload(Frames.data("0|H0STANC0|001|a|b||"))).isEqualTo("a|b||");
  }

  @Test
  void trimsLineEndsAndNulsAtTheEndOnly() {
    assertThat(payload(Frames.data("0|H0STANC0|001|\r\n\0a\0^\r\nb\r\n\0\0")))
        .isEqualTo("\r\n\0a\0^\r\nb");
    assertThat(payload(Frames.data("0|H0STANC0|001|\r\n"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\r\n", "\0\t "})
  void blanksBeforeAFrameAreSkipped(String blanks) {
    Frame.Data data = Frames.data(blanks + "1|H0STANC0|002|a^b");

    assertThat(data.encrypted()).isTrue();
    assertThat(data.trId()).isEqualTo("H0STANC0");
    assertThat(data.count()).isEqualTo(2);
    assertThat(payload(data)).isEqualTo("a^b");
  }

  @Test
  void readsOnlyTheGivenLength() {
    byte[] bytes = Frames.bytes("0|H0STANC0|001|abc-rest");

    assertThat(payload((Frame.Data) FrameParser.parse(bytes, bytes.length - 5))).isEqualTo("abc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{", " \r\n\t{\"header\":{}}"})
  void whatBeginsWithABraceIsControl(String message) {
    assertThat(Frames.parse(message)).isInstanceOf(Frame.Control.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "0",
        "0|",
        "0|H0STANC0",
        "0|H0STANC0|001",
        "2|H0STANC0|001|a",
        "00|H0STANC0|001|a",
        "[1]",
        "PINGPONG",
        "<html>",
        "\0\0",
        "|||"
      })
  void anythingElseIsUnreadableAndKeptAsACopy(String message) {
    Frame frame = Frames.parse(message);

    assertThat(frame)
        .isInstanceOfSatisfying(
            Frame.Unreadable.class,
            unreadable -> {
              assertThat(unreadable.reason()).contains(message.length() + " bytes").endsWith(".");
              assertThat(Frames.text(unreadable.bytes())).isEqualTo(message);
            });
  }

  @Test
  void aHeaderInWhichARecordMayHideIsUnreadable() {
    String record = RecordText.of("005930").text();

    for (String message :
        new String[] {
          "0|H0STANC0|" + record + "|" + record,
          "0|" + record + "|001|" + record,
          "0|" + "x".repeat(33) + "|001|a",
          "0|H0STANC0|" + "0".repeat(33) + "|a"
        }) {
      assertThat(Frames.parse(message))
          .isInstanceOfSatisfying(
              Frame.Unreadable.class,
              unreadable -> assertThat(Frames.text(unreadable.bytes())).isEqualTo(message));
    }
    assertThat(Frames.data("0|" + "x".repeat(32) + "|" + "0".repeat(32) + "|a").count()).isZero();
  }

  @Test
  void anUnreadableFrameBecomesOneRejectedPiece() {
    Frame.Unreadable frame = (Frame.Unreadable) Frames.parse("<html>");

    DecodedFrame decoded = DecodedFrame.of(frame);

    assertThat(decoded.trades()).isEmpty();
    assertThat(decoded.rejected())
        .singleElement()
        .satisfies(
            rejected -> {
              assertThat(rejected.reason()).isEqualTo(RejectReason.UNREADABLE_FRAME);
              assertThat(Frames.text(rejected.bytes())).isEqualTo("<html>");
            });
  }

  private static String payload(Frame.Data data) {
    return Frames.text(data.bytes()).substring(data.from(), data.to());
  }
}
