package io.github.kisconnect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.config.KisTaskConfig;
import io.github.kisconnect.session.Credentials;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Credentials as the worker's config providers know them at the moment of asking. */
class CurrentCredentialsTest {

  private static final Credentials AT_START = new Credentials("dummy-key-2", "dummy-secret-2");
  private static final Credentials ROTATED = new Credentials("rotated-key", "rotated-secret");

  private Supplier<Map<String, String>> worker = TaskProperties::task;
  private final CurrentCredentials credentials =
      new CurrentCredentials(
          new KisTaskConfig(TaskProperties.task()), new FakeContext(() -> worker.get()));

  @Test
  void areThoseOfTheTasksOwnAppKey() {
    assertThat(credentials.get()).isEqualTo(AT_START);
  }

  @Test
  void areReadAnewEachTime() {
    assertThat(credentials.get()).isEqualTo(AT_START);

    worker = CurrentCredentialsTest::rotated;

    assertThat(credentials.get()).isEqualTo(ROTATED);
  }

  @ParameterizedTest
  @MethodSource("failures")
  void stayAsTheyWereWhileTheProviderFails(RuntimeException failure) {
    worker = CurrentCredentialsTest::rotated;
    credentials.get();
    worker =
        () -> {
          throw failure;
        };

    assertThat(credentials.get()).isEqualTo(ROTATED);
  }

  static Stream<RuntimeException> failures() {
    return Stream.of(
        new ConfigException("Could not read the file"),
        new IllegalArgumentException("Malformed \\uxxxx encoding."),
        new UncheckedIOException(new ConnectException("Connection refused")));
  }

  @Test
  void stayAsTheyWereWhileAReferenceCannotBeResolved() {
    worker = () -> TaskProperties.task("kis.app.keys", "dummy-key-1,${file:/half/written:key}");

    assertThat(credentials.get()).isEqualTo(AT_START);
  }

  @Test
  void stayAsTheyWereWhereKeysAndSecretsDoNotPair() {
    worker = () -> TaskProperties.task("kis.app.keys", "rotated-key-alone");

    assertThat(credentials.get()).isEqualTo(AT_START);
  }

  @Test
  void areThoseOfTheStartWhereTheWorkerKnowsNoConfiguration() {
    worker = Map::of;
    assertThat(credentials.get()).isEqualTo(AT_START);

    worker = () -> null;
    assertThat(credentials.get()).isEqualTo(AT_START);
  }

  private static Map<String, String> rotated() {
    return TaskProperties.task(
        "kis.app.keys", "dummy-key-1,rotated-key",
        "kis.app.secrets", "dummy-secret-1,rotated-secret");
  }
}
