package io.github.kisconnect.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Consumers of a released version can read what this version writes, and consumers of this version
 * what a released version wrote. A release adds its schemas to {@code avro/released/<version>}.
 */
class AvroCompatibilityTest {

  private static final Path CURRENT = Path.of("avro");
  private static final Path RELEASED = Path.of("src/test/resources/avro/released");

  @ParameterizedTest
  @MethodSource("released")
  void readsWhatAReleasedVersionWrote(Path released) throws IOException {
    assertThat(incompatibilities(current(released), parse(released))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("released")
  void isReadByConsumersOfAReleasedVersion(Path released) throws IOException {
    assertThat(incompatibilities(parse(released), current(released))).isEmpty();
  }

  @Test
  void wouldNoticeARemovedFieldThatConsumersNeed() throws IOException {
    Schema current = parse(CURRENT.resolve("Gap.avsc"));
    Schema without =
        Schema.createRecord(
            current.getName(),
            null,
            current.getNamespace(),
            false,
            current.getFields().stream()
                .filter(field -> !field.name().equals("REASON"))
                .map(field -> new Schema.Field(field, field.schema()))
                .toList());

    assertThat(incompatibilities(current, without)).hasSize(1);
    assertThat(incompatibilities(without, current)).isEmpty();
  }

  static Stream<Path> released() throws IOException {
    try (Stream<Path> files = Files.walk(RELEASED)) {
      return files.filter(file -> file.toString().endsWith(".avsc")).sorted().toList().stream();
    }
  }

  private static List<Incompatibility> incompatibilities(Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
        .getResult()
        .getIncompatibilities();
  }

  private static Schema current(Path released) throws IOException {
    return parse(CURRENT.resolve(released.getFileName()));
  }

  private static Schema parse(Path file) throws IOException {
    return new Schema.Parser().parse(file.toFile());
  }
}
