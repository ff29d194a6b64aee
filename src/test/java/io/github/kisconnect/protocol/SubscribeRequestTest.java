package io.github.kisconnect.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** The JSON of registrations and releases. */
class SubscribeRequestTest {

  private final ObjectMapper json = new ObjectMapper();

  @Test
  void registersOneTicker() throws JsonProcessingException {
    JsonNode expected =
        json.readTree(
            """
            {"header":{"approval_key":"dummy-key","custtype":"P","tr_type":"1","content-type":"utf-8"},
             "body":{"input":{"tr_id":"H0STANC0","tr_key":"005930"}}}
            """);

    assertThat(json.readTree(SubscribeRequest.subscribe("dummy-key", CustomerType.P, "005930")))
        .isEqualTo(expected);
  }

  @Test
  void releasesOneTicker() throws JsonProcessingException {
    JsonNode request =
        json.readTree(SubscribeRequest.unsubscribe("dummy-key", CustomerType.B, "Q500001"));

    assertThat(request.at("/header/tr_type")).isEqualTo(json.readTree("\"2\""));
    assertThat(request.at("/header/custtype").textValue()).isEqualTo("B");
    assertThat(request.at("/body/input/tr_key").textValue()).isEqualTo("Q500001");
  }

  @Test
  void anApprovalKeyIsOpaque() throws JsonProcessingException {
    String key = "dummy \"quoted\" \\ 키";

    assertThat(
            json.readTree(SubscribeRequest.subscribe(key, CustomerType.P, "005930"))
                .at("/header/approval_key")
                .textValue())
        .isEqualTo(key);
  }
}
