package io.github.kisconnect.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.protocol.ControlMessage.PingPong;
import io.github.kisconnect.protocol.ControlMessage.Reply;
import io.github.kisconnect.protocol.ControlMessage.Unreadable;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Control messages as seen on the wire, and as they might come one day. */
class ControlMessageTest {

  private static final String KEY = "abcdefghijklmnopabcdefghijklmnop";
  private static final String IV = "0123456789abcdef";
  private static final String UUID = "062f61cb-c756-4b8f-9fab-92113c6fbea4";

  @Test
  void readsASuccessWithItsKey() {
    Reply reply =
        reply(
            """
            {"header":{"tr_id":"H0STANC0","tr_key":"005930","encrypt":"N"},
             "body":{"rt_cd":"0","msg_cd":"OPSP0000","msg1":"SUBSCRIBE SUCCESS",
                     "output":{"iv":"0123456789abcdef","key":"abcdefghijklmnopabcdefghijklmnop"}}}
            """);

    assertThat(reply)
        .isEqualTo(
            new Reply(
                "0",
                MessageCode.OPSP0000,
                "OPSP0000",
                "SUBSCRIBE SUCCESS",
                "H0STANC0",
                "005930",
                new CipherKey(IV, KEY)));
  }

  @Test
  void printsNoKey() {
    Reply reply =
        reply(
            "{\"body\":{\"msg_cd\":\"OPSP0000\",\"output\":{\"iv\":\""
                + IV
                + "\",\"key\":\""
                + KEY
                + "\"}}}");

    assertThat(reply.cipherKey()).isNotNull();
    assertThat(reply.toString()).doesNotContain(IV).doesNotContain(KEY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{'header':{'tr_id':'H0STANC0','tr_key':'005930','encrypt':'N'},'body':{'rt_cd':'0','msg_cd':'OPSP0001','msg1':'UNSUBSCRIBE SUCCESS','output':{'iv':'...','key':'...'}}};0;OPSP0001;005930",
        "{'header':{'tr_id':'H0STANC0','tr_key':'005930','encrypt':'N'},'body':{'rt_cd':'1','msg_cd':'OPSP0002','msg1':'ALREADY IN SUBSCRIBE'}};1;OPSP0002;005930",
        "{'body':{'rt_cd':'1','msg_cd':'OPSP0003','msg1':'UNSUBSCRIBE ERROR(not found!)'}};1;OPSP0003;",
        "{'body':{'rt_cd':'1','msg_cd':'OPSP0008','msg1':'MAX SUBSCRIBE OVER'}};1;OPSP0008;",
        "{'body':{'rt_cd':'1','msg_cd':'OPSP0011','msg1':'invalid approval : NOT FOUND'}};1;OPSP0011;",
        "{'header':{'tr_id':'(null)','tr_key':'','encrypt':'N'},'body':{'rt_cd':'9','msg_cd':'OPSP8996','msg1':'ALREADY IN USE appkey'}};9;OPSP8996;",
        "{'header':{'tr_id':'(null)','tr_key':'(null)','encrypt':'N'},'body':{'rt_cd':'9','msg_cd':'OPSP9999','msg1':'JSON PARSING ERROR : invalid json format'}};9;OPSP9999;",
        "{'header':{'tr_id':'','tr_key':'','encrypt':'N'},'body':{'rt_cd':'9','msg_cd':'OPSP8993','msg1':'JSON PARSING ERROR : invalid tr_key'}};9;OPSP8993;"
      })
  void readsEveryReplySeen(String json, String rtCd, MessageCode code, String ticker) {
    Reply reply = reply(json.replace('\'', '"'));

    assertThat(reply.rtCd()).isEqualTo(rtCd);
    assertThat(reply.code()).isEqualTo(code);
    assertThat(reply.rawCode()).isEqualTo(code.name());
    assertThat(reply.ticker()).isEqualTo(ticker);
    assertThat(reply.trId()).isIn("H0STANC0", "");
    assertThat(json).contains("'msg1':'" + reply.text() + "'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "invalid approval : 062f61cb-c756-4b8f-9fab-92113c6fbea4",
        "invalid approval : \\\"062f61cb-c756-4b8f-9fab-92113c6fbea4\\\"",
        "invalid approval:062f61cb-c756-4b8f-9fab-92113c6fbea4",
        "INVALID APPROVAL : short 062f61cb-c756-4b8f-9fab-92113c6fbea4",
        "something else 062f61cb-c756-4b8f-9fab-92113c6fbea4 happened",
        "(062f61cb-c756-4b8f-9fab-92113c6fbea4)",
        "approval_key=062f61cb-c756-4b8f-9fab-92113c6fbea4"
      })
  void blotsOutTheApprovalKey(String msg1) {
    Reply reply =
        reply("{\"body\":{\"rt_cd\":\"1\",\"msg_cd\":\"OPSP0011\",\"msg1\":\"" + msg1 + "\"}}");

    assertThat(reply.code()).isEqualTo(MessageCode.OPSP0011);
    assertThat(reply.text()).contains("***").doesNotContain("062f").doesNotContain("fbea4");
    assertThat(reply.toString()).doesNotContain(UUID);
  }

  @Test
  void blotsOutAKeyOfAnyShapeBehindItsLabel() {
    Reply reply = reply("{\"body\":{\"msg1\":\"invalid approval : k3y with blanks\"}}");

    assertThat(reply.text()).isEqualTo("invalid approval : ***");
    assertThat(reply.code()).isEqualTo(MessageCode.OPSP0011);
  }

  @Test
  void blotsOutKeysInOtherPlacesToo() {
    Reply reply =
        reply(
            "{\"header\":{\"tr_id\":\""
                + UUID
                + "\",\"tr_key\":\""
                + UUID
                + "\"},"
                + "\"body\":{\"rt_cd\":\""
                + UUID
                + "\",\"msg_cd\":\""
                + UUID
                + "\"}}");

    assertThat(reply.toString()).doesNotContain(UUID);
  }

  @Test
  void keepsTextShortAndOnOneLine() {
    Reply reply = reply("{\"body\":{\"msg1\":\"" + "a b\\r\\n\\u0007c ".repeat(1000) + "\"}}");

    assertThat(reply.text()).startsWith("a b c a b c").hasSizeLessThanOrEqualTo(120);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\u0085", "\\u2028", "\\u2029", "\\u00a0", "\\u3000", "\\u202e", "\\u200b", "\\ufeff",
        "\\ud800", "\\u009b"
      })
  void aKeyEndsAtNoLineEndOfUnicodeAndNoneOfThemComesThrough(String escape) {
    Reply reply = reply("{\"body\":{\"msg1\":\"app" + escape + "key : k3y" + escape + "rest\"}}");

    assertThat(reply.text()).isEqualTo("app key : ***");
  }

  @Test
  void cutsNoCharacterInTwo() {
    Reply reply = reply("{\"body\":{\"msg1\":\"" + "a \ud83d\ude00 ".repeat(50) + "\"}}");

    assertThat(reply.text()).hasSizeBetween(115, 120).matches("(a \ud83d\ude00 ?)+a? ?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"header\":{\"tr_id\":\"PINGPONG\",\"datetime\":\"20260404142023\"}}",
        "{\"header\":{\"tr_id\":\"PINGPONG\"},\"body\":null}",
        " {\"header\":{\"datetime\":1,\"tr_id\":\"PINGPONG\"}}\r\n\0"
      })
  void recognisesPingPong(String json) {
    assertThat(parse(json.replace("\0", ""))).isEqualTo(new PingPong());
  }

  @Test
  void numbersPassForStrings() {
    Reply reply =
        reply("{\"header\":{\"tr_key\":105560},\"body\":{\"rt_cd\":0,\"msg_cd\":7,\"msg1\":true}}");

    assertThat(reply.rtCd()).isEqualTo("0");
    assertThat(reply.rawCode()).isEqualTo("7");
    assertThat(reply.ticker()).isEqualTo("105560");
    assertThat(reply.text()).isEqualTo("true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"body\":{\"rt_cd\":\"0\"}}",
        "{\"header\":null,\"body\":{\"rt_cd\":\"0\",\"msg_cd\":null,\"msg1\":null,\"output\":null}}",
        "{\"header\":[],\"body\":{\"rt_cd\":\"0\",\"msg_cd\":{},\"msg1\":[],\"output\":\"x\"}}",
        "{\"header\":\"x\",\"body\":{\"rt_cd\":\"0\",\"msg_cd\":\"(null)\",\"msg1\":\"(null)\"}}"
      })
  void missingPartsAreEmpty(String json) {
    assertThat(reply(json)).isEqualTo(new Reply("0", MessageCode.UNKNOWN, "", "", "", null, null));
  }

  @Test
  void anOutputWithoutKeyIsNone() {
    assertThat(reply("{\"body\":{\"rt_cd\":\"0\",\"output\":{\"iv\":\"" + IV + "\"}}}").cipherKey())
        .isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "0, SUBSCRIBE SUCCESS, OPSP0000",
    "0, UNSUBSCRIBE SUCCESS, OPSP0001",
    "0, UNSUB OK, OPSP0001",
    "0, Subscribe done, OPSP0000",
    "1, ALREADY IN SUBSCRIBE, OPSP0002",
    "1, UNSUBSCRIBE ERROR(not found!), OPSP0003",
    "1, MAX SUBSCRIBE OVER (41), OPSP0008",
    "9, ALREADY IN USE appkey, OPSP8996",
    "9, already in use APPKEY, OPSP8996",
    "1, invalid approval : NOT FOUND, OPSP0011",
    "1, SUBSCRIBE INTERNAL ERROR, OPSP0007",
    "1, UNSUB FAILED, UNKNOWN",
    "9, appkey is used by too many programs, UNKNOWN",
    "1, invalid tr_id, UNKNOWN",
    "0, WELCOME, UNKNOWN"
  })
  void textDecidesWhereTheCodeIsUnknownOrMissing(String rtCd, String msg1, MessageCode code) {
    String missing = "{\"body\":{\"rt_cd\":\"" + rtCd + "\",\"msg1\":\"" + msg1 + "\"}}";
    String unknown = missing.replace("\"msg1\"", "\"msg_cd\":\"OPSP7777\",\"msg1\"");

    assertThat(reply(missing).code()).isEqualTo(code);
    assertThat(reply(unknown).code()).isEqualTo(code);
    assertThat(reply(unknown).rawCode()).isEqualTo("OPSP7777");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"header\"",
        "null",
        "[]",
        "[1,2]",
        "7",
        "\"PINGPONG\"",
        "{}",
        "{\"a\":1}",
        "{\"header\":{\"tr_id\":\"H0STANC0\"}}",
        "{\"body\":{}}",
        "{\"body\":[]}",
        "{'a'}",
        "<html><body>502</body></html>",
        "{\"header\":{\"tr_id\":\"062f61cb-c756-4b8f-9fab-92113c6fbea4\"}"
      })
  void unknownShapesAreUnreadableAndQuoteNothing(String message) {
    assertThat(parse(message))
        .isInstanceOfSatisfying(
            Unreadable.class,
            unreadable ->
                assertThat(unreadable.reason())
                    .contains(message.length() + " bytes")
                    .endsWith(".")
                    .doesNotContain(UUID));
  }

  @Test
  void deepNestingAndBrokenUtf8DoNotThrow() {
    assertThat(parse("{\"a\":".repeat(100_000))).isInstanceOf(Unreadable.class);
    byte[] broken =
        Frames.bytes("{\"body\":{\"rt_cd\":\"0\",\"msg1\":\"SUBSCRIBE \u00a3\u00ac\"}}");

    assertThat(ControlMessage.parse(broken, broken.length))
        .isInstanceOfSatisfying(
            Reply.class, reply -> assertThat(reply.code()).isEqualTo(MessageCode.OPSP0000));
  }

  private static Reply reply(String json) {
    return (Reply) parse(json);
  }

  private static ControlMessage parse(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return ControlMessage.parse(bytes, bytes.length);
  }
}
