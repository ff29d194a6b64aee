package io.github.kisconnect.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kisconnect.protocol.ExpectedTradeField;
import io.github.kisconnect.simulator.LedgerRecord.Outcome;
import io.github.kisconnect.simulator.RawClient.Frame;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Odd data frames, byte by byte. */
class CorruptionTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String HEAD = "0|H0STANC0|002|";

  private final KisSimulator simulator = KisSimulator.builder().width(46).start();
  private final RawClient client = RawClient.connect(simulator);
  private JsonNode acknowledgement;

  @BeforeEach
  void register() {
    client.register(RestClient.approve(simulator), "005930");
    acknowledgement = client.readJson();
  }

  @AfterEach
  void stop() {
    client.close();
    simulator.close();
  }

  @Test
  void leavesOtherFramesAlone() {
    simulator.sendRecords("005930", 2);

    assertThat(client.readText()).isEqualTo(HEAD + ledgerText());
    assertThat(simulator.ledger().records()).allMatch(LedgerRecord::intact);
  }

  @ParameterizedTest
  @EnumSource(
      names = {"FRAGMENTED", "ENCRYPTED", "FRAME_64_KIB"},
      mode = EnumSource.Mode.EXCLUDE)
  void keepsTheLedgerInStepWithTheWire(Corruption how) {
    String text = corrupted(how);

    assertThat(text).startsWith("0|H0STANC0|").contains(String.join("^", record(0).fields()));
    assertThat(record(0).intact()).isTrue();
    if (how != Corruption.TRUNCATED) {
      assertThat(text).contains(String.join("^", record(1).fields()));
    }
  }

  @Test
  void spoilsOnlyTheLastRecord() {
    assertThat(corrupted(Corruption.INVALID_UTF8)).contains("^\u00A3\u00AC");
    assertThat(record(1).intact()).isFalse();
    assertThat(record(1).fields()).hasSize(46);
  }

  @Test
  void makesTheColumnsIndivisible() {
    assertThat(columns(corrupted(Corruption.MERGED_FIELDS))).isEqualTo(91);
  }

  @Test
  void mixesWidths() {
    assertThat(columns(corrupted(Corruption.MIXED_WIDTHS))).isEqualTo(93);
    assertThat(record(1).intact()).isTrue();
  }

  @Test
  void appendsASeparator() {
    assertThat(columns(corrupted(Corruption.TRAILING_SEPARATOR))).isEqualTo(93);
    assertThat(record(1).fields()).hasSize(46);
  }

  @Test
  void takesASeparatorBehindALoneRecordForAnEmptyColumn() {
    simulator.inject(new Fault.Corrupt(Corruption.TRAILING_SEPARATOR));
    simulator.sendRecords("005930", 1);

    assertThat(columns(client.readText())).isEqualTo(47);
    assertThat(record(0).fields()).hasSize(47).endsWith("");
  }

  @Test
  void liesAboutTheCount() {
    assertThat(corrupted(Corruption.LYING_COUNT)).startsWith("0|H0STANC0|001|");
    assertThat(corrupted(Corruption.SHORT_COUNT)).startsWith("0|H0STANC0|2|");
  }

  @Test
  void breaksOffWithinTheLastRecord() {
    String text = corrupted(Corruption.TRUNCATED);

    assertThat(text).isEqualTo(HEAD + ledgerText());
    assertThat(record(1).fields()).hasSizeLessThan(45);
    assertThat(record(1).intact()).isFalse();
  }

  @Test
  void putsGarbageNulAndHugeNumbersIntoTheLastRecord() {
    assertThat(corrupted(Corruption.GARBAGE_RECORD)).contains("^^0   08^892350514^^-28561358^");
    assertThat(corrupted(Corruption.NUL_BYTE)).contains("\0^");
    assertThat(corrupted(Corruption.HUGE_NUMBER)).contains("7".repeat(280));
    assertThat(corrupted(Corruption.BLANK_TIME)).contains("005930^0   08^");
  }

  @Test
  void fillsLargeFrames() {
    assertThat(corrupted(Corruption.FRAME_1_MIB)).hasSize(1 << 20);
    assertThat(corrupted(Corruption.FRAME_64_KIB).length()).isBetween(1 << 16, (1 << 16) + 300);
    assertThat(simulator.ledger().count(Outcome.WRITTEN)).isGreaterThan(300);
  }

  @Test
  void fragments() {
    simulator.inject(new Fault.Corrupt(Corruption.FRAGMENTED));
    simulator.sendRecords("005930", 2);

    List<Frame> frames = List.of(client.read(), client.read(), client.read());

    assertThat(frames).extracting(Frame::opcode).containsExactly(1, 0, 0);
    assertThat(frames).extracting(Frame::last).containsExactly(false, false, true);
    assertThat(frames.get(0).text() + frames.get(1).text() + frames.get(2).text())
        .isEqualTo(HEAD + ledgerText());
  }

  @Test
  void encryptsWithTheKeyOfTheAcknowledgement() throws GeneralSecurityException {
    String text = corrupted(Corruption.ENCRYPTED);

    assertThat(text).startsWith("1|H0STANC0|002|");
    Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(output("key"), "AES"),
        new IvParameterSpec(output("iv")));
    byte[] plain = cipher.doFinal(Base64.getDecoder().decode(text.substring(HEAD.length())));
    assertThat(new String(plain, StandardCharsets.US_ASCII)).isEqualTo(ledgerText());
  }

  @Test
  void sendsAnyBytes() {
    byte[] bytes = {0, (byte) 0xA3, (byte) 0xAC, '|'};

    simulator.awaitSession(SOON).sendRaw(bytes);

    assertThat(client.read().payload()).isEqualTo(bytes);
  }

  private String corrupted(Corruption how) {
    simulator.inject(new Fault.Corrupt(how));
    simulator.sendRecords("005930", 2);
    return client.readText();
  }

  private LedgerRecord record(int index) {
    return simulator.ledger().records().get(index);
  }

  private String ledgerText() {
    return String.join("^", record(0).fields()) + "^" + String.join("^", record(1).fields());
  }

  private byte[] output(String name) {
    return acknowledgement.at("/body/output/" + name).asText().getBytes(StandardCharsets.US_ASCII);
  }

  private static int columns(String frame) {
    return frame.split("\\^", -1).length;
  }

  @Test
  void hasColumnsForEachNamedField() {
    simulator.sendRecords("005930", 1);

    assertThat(columns(client.readText())).isEqualTo(ExpectedTradeField.count() + 1);
  }
}
