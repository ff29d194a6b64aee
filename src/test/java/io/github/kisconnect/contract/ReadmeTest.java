package io.github.kisconnect.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.KisExpectedTradeSourceConnector;
import io.github.kisconnect.docs.Readme;
import io.github.kisconnect.gap.GapReason;
import io.github.kisconnect.protocol.RejectReason;
import io.github.kisconnect.session.SessionState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** README says what the code says. */
class ReadmeTest {

  private static final Path README = Path.of("README.md");
  private static final Pattern CLASS_NAME =
      Pattern.compile("`((?:config|protocol|session|transport|queue|record|gap|metrics)/\\w+)`");
  private static final Pattern COMPONENT =
      Pattern.compile("kisconnect-kafka-connect-kis-(\\d[\\w.-]*?)(?:\\.zip|\\.cdx\\.json|/)");
  private static final Pattern LINK = Pattern.compile("]\\((?!http|#)([^)#]+)\\)");

  @Test
  void hasTheReferencesThatTheCodeRenders() throws IOException {
    final String readme = Files.readString(README);

    assertThat(readme).isEqualTo(Readme.rendered(readme));
  }

  @Test
  void explainsEveryReasonOfAHole() throws IOException {
    assertThat(Files.readString(README))
        .contains(Arrays.stream(GapReason.values()).map(reason -> "`" + reason + "`").toList())
        .contains(Arrays.stream(RejectReason.values()).map(reason -> "`" + reason + "`").toList());
  }

  @Test
  void namesEveryStateOfASession() throws IOException {
    assertThat(Files.readString(README))
        .contains(Arrays.stream(SessionState.values()).map(state -> "`" + state + "`").toList());
  }

  @Test
  void namesTheComponentByItsVersion() throws IOException {
    final Matcher names = COMPONENT.matcher(Files.readString(README));
    assertThat(names.results().map(found -> found.group(1)))
        .isNotEmpty()
        .containsOnly(new KisExpectedTradeSourceConnector().version());
  }

  @Test
  void namesClassesAndFilesThatExist() throws IOException {
    final String readme = Files.readString(README);
    final Matcher names = CLASS_NAME.matcher(readme);
    while (names.find()) {
      assertThat(Path.of("src/main/java/io/github/kisconnect", names.group(1) + ".java")).exists();
    }
    final Matcher links = LINK.matcher(readme);
    while (links.find()) {
      assertThat(Path.of(links.group(1))).exists();
    }
  }
}
