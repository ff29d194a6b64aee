package io.github.kisconnect.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.session.ApprovalSource.ApprovalKey;
import io.github.kisconnect.session.ApprovalSource.Result;
import io.github.kisconnect.session.Credentials;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer of the approval endpoint of which we know. */
class ApprovalAnswerTest {

  private static final Credentials CREDENTIALS =
      new Credentials("DUMMY-APP-KEY", "dummy/app+secret=");

  private static Result result(int status, String body) {
    return new ApprovalAnswer(status, body.getBytes(UTF_8), Duration.ZERO).result(CREDENTIALS);
  }

  private static String error(String code, String text) {
    return "{\"error_code\":\"" + code + "\",\"error_description\":\"" + text + "\"}";
  }

  private static String gatewayError(String code, String text) {
    return "{\"rt_cd\":\"1\",\"msg_cd\":\"" + code + "\",\"msg1\":\"" + text + "\"}";
  }

  @Test
  void takesAKeyOfAnyLength() {
    String uuid = "0a0a0a0a-1b1b-2c2c-3d3d-4e4e4e4e4e4e";
    assertThat(result(200, "{\"approval_key\":\"" + uuid + "\"}"))
        .isEqualTo(new Result.Approved(new ApprovalKey(uuid)));
    String longer = "k".repeat(286);
    assertThat(result(200, "{\"approval_key\":\" " + longer + " \",\"more\":1}"))
        .isEqualTo(new Result.Approved(new ApprovalKey(longer)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "null",
        "{\"approval_key\":\"  \"}",
        "{\"approval_key\":null}",
        "{\"approval_key\":17}",
        "{\"approval_key\":\"cut off",
        "<html>maintenance</html>"
      })
  void retriesWhereAKeyIsMissing(String body) {
    assertThat(result(200, body)).isInstanceOf(Result.Unavailable.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 401, 403, 500})
  void namesTheConfigurationThatIsWrong(int status) {
    assertThat(result(status, error("EGW00103", "invalid AppKey")))
        .isEqualTo(
            new Result.Rejected(
                "EGW00103",
                "KIS does not accept the app key (HTTP "
                    + status
                    + ", EGW00103, \"invalid AppKey\"). Correct kis.app.keys."));
    assertThat(result(status, gatewayError("EGW00105", "invalid AppSecret")))
        .isInstanceOfSatisfying(
            Result.Rejected.class,
            rejected -> {
              assertThat(rejected.code()).isEqualTo("EGW00105");
              assertThat(rejected.sentence()).contains("Correct kis.app.secrets");
            });
  }

  @ParameterizedTest
  @CsvSource({"403, EGW00133", "500, EGW00201", "429, ''", "429, EGW99999", "200, EGW00201"})
  void waitsAMinuteWhenAskedTooOften(int status, String code) {
    for (String body : new String[] {error(code, "too often"), gatewayError(code, "too often")}) {
      assertThat(result(status, body))
          .isInstanceOfSatisfying(
              Result.Throttled.class,
              throttled -> assertThat(throttled.retryAfter()).isEqualTo(Duration.ofMinutes(1)));
    }
  }

  @Test
  void waitsLongerIfTheServerSaysSo() {
    ApprovalAnswer answer = new ApprovalAnswer(429, new byte[0], Duration.ofSeconds(90));
    assertThat(answer.result(CREDENTIALS))
        .isInstanceOfSatisfying(
            Result.Throttled.class,
            throttled -> assertThat(throttled.retryAfter()).isEqualTo(Duration.ofSeconds(90)));
  }

  @ParameterizedTest
  @CsvSource({"302", "400", "401", "403", "404", "418"})
  void refusesOtherFaultsOfTheClient(int status) {
    assertThat(result(status, "<html>no</html>"))
        .isEqualTo(
            new Result.Refused(
                "KIS refused the approval request (HTTP "
                    + status
                    + "). Check kis.rest.url and the app key."));
    assertThat(result(status, gatewayError("EGW00999", "no"))).isInstanceOf(Result.Refused.class);
  }

  @ParameterizedTest
  @CsvSource({"500", "502", "503", "504", "204"})
  void retriesFaultsOfTheServer(int status) {
    assertThat(result(status, "<html>bad gateway</html>"))
        .isEqualTo(
            new Result.Unavailable(
                "KIS could not answer the approval request (HTTP " + status + ")."));
  }

  @Test
  void retriesAServerErrorWhateverItsStatus() {
    assertThat(result(403, error("EGW00002", "server error")))
        .isInstanceOf(Result.Unavailable.class);
  }

  @Test
  void hidesWhatTheServerEchoes() {
    String echo = "key DUMMY-APP-KEY secret dummy/app+secret= 0a0a0a0a-1b1b-2c2c-3d3d-4e4e4e4e4e4e";
    assertThat(result(403, error("EGW00103", echo)).toString())
        .contains("key *** secret *** ***")
        .doesNotContain("DUMMY-APP-KEY", "dummy/app", "0a0a0a0a");
    assertThat(result(403, error("DUMMY-APP-KEY", "unknown")).toString())
        .contains("HTTP 403, ***, \"unknown\"")
        .doesNotContain("DUMMY-APP-KEY");
  }
}
