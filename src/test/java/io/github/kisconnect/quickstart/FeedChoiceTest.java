package io.github.kisconnect.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The choice between KIS and its simulator. */
class FeedChoiceTest {

  @Test
  void takesTheSimulatorWithoutCredentials() {
    try (Feed feed = FeedChoice.open(Map.of(), 1, true)) {
      assertThat(feed).isInstanceOf(SimulatedFeed.class);
      assertThat(feed.sent()).contains(List.of());
      assertThat(feed.properties().get("ws.url")).startsWith("ws://127.0.0.1:");
    }
  }

  @Test
  void takesKisWithCredentialsAndHidesThem() {
    Map<String, String> environment =
        Map.of("KIS_APP_KEY", "dummy-key", "KIS_APP_SECRET", "dummy-secret");

    try (Feed feed = FeedChoice.open(environment, 1, true)) {
      assertThat(feed.properties())
          .containsEntry("app.keys", "dummy-key")
          .containsEntry("app.secrets", "dummy-secret")
          .containsEntry("ws.url", "ws://ops.koreainvestment.com:21000/tryitout");
      assertThat(feed.toString() + feed.description()).doesNotContain("dummy");
      assertThat(feed.sent()).isEmpty();
    }
  }

  @Test
  void asksForTheSecretThatIsMissing() {
    assertThatThrownBy(() -> FeedChoice.open(Map.of("KIS_APP_KEY", "dummy-key"), 1, true))
        .isInstanceOf(QuickstartException.class)
        .hasMessage(
            "Only KIS_APP_KEY is set: set KIS_APP_SECRET as well to use KIS, or neither to use the"
                + " simulator.");
  }

  @Test
  void refusesARateThatTheSimulatorCannotHave() {
    assertThatThrownBy(() -> FeedChoice.open(Map.of(), -1, true))
        .isInstanceOf(QuickstartException.class)
        .hasMessageContaining("-1");
  }

  @Test
  void asksForTheKeyThatIsMissing() {
    assertThatThrownBy(() -> FeedChoice.open(Map.of("KIS_APP_SECRET", "dummy-secret"), 1, true))
        .isInstanceOf(QuickstartException.class)
        .hasMessageStartingWith("Only KIS_APP_SECRET is set: set KIS_APP_KEY as well");
  }
}
