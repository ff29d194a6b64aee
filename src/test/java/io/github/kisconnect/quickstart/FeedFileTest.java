package io.github.kisconnect.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.apache.kafka.common.config.provider.FileConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The file with addresses and credentials. */
class FeedFileTest {

  @TempDir Path directory;

  @Test
  void isWhatTheConfigProviderReads() throws IOException {
    Map<String, String> values = Map.of("rest.url", "http://127.0.0.1:1", "app.keys", "a,b=c\\d");
    Path path = directory.resolve("new").resolve("kis.properties");

    try (FeedFile file = FeedFile.write(path, values);
        FileConfigProvider provider = new FileConfigProvider()) {
      provider.configure(Map.of());
      assertThat(provider.get(file.path().toString()).data()).isEqualTo(values);
    }
    assertThat(path).doesNotExist();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no such permissions")
  void isForItsOwnerOnly() throws IOException {
    Path path = directory.resolve("kis.properties");

    try (FeedFile file = FeedFile.write(path, Map.of("app.secrets", "dummy-secret"))) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
          .isEqualTo("rw-------");
    }
  }
}
