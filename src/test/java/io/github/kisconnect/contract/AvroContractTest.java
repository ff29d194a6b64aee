package io.github.kisconnect.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.docs.AvroSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files of {@code avro/} are what Confluent's converter makes of the Connect schemas. */
class AvroContractTest {

  private static final Path AVRO = Path.of("avro");

  /** What ksqlDB and Flink SQL do not accept as a column name without quotes, as far as likely. */
  private static final Set<String> RESERVED =
      Set.of(
          "ALL",
          "AND",
          "AS",
          "AT",
          "BETWEEN",
          "BY",
          "BYTES",
          "CASE",
          "COUNT",
          "DATE",
          "DAY",
          "END",
          "EXISTS",
          "FROM",
          "GROUP",
          "HOUR",
          "IN",
          "INDEX",
          "INTERVAL",
          "LIMIT",
          "MINUTE",
          "NOT",
          "OFFSET",
          "ON",
          "OR",
          "PARTITION",
          "RAW",
          "ROW",
          "ROWOFFSET",
          "ROWPARTITION",
          "ROWTIME",
          "SECOND",
          "SIZE",
          "TABLE",
          "TIME",
          "TIMESTAMP",
          "TO",
          "VALUE",
          "VALUES",
          "WINDOWEND",
          "WINDOWSTART",
          "WITH",
          "YEAR");

  @ParameterizedTest
  @MethodSource("schemas")
  void theFileIsWhatTheConverterDerives(Schema schema) throws IOException {
    Path file = AVRO.resolve(AvroSchemas.fileName(schema));

    assertThat(file)
        .as("Written anew by io.github.kisconnect.docs.AvroSchemas with the argument avro")
        .content()
        .isEqualTo(AvroSchemas.render(schema));
    assertThat(new Schema.Parser().parse(file.toFile())).isEqualTo(schema);
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void everyNameIsAColumnNameWithoutQuotes(Schema schema) {
    assertThat(schema.getFields())
        .extracting(Schema.Field::name)
        .allSatisfy(name -> assertThat(name).matches("[A-Z][A-Z0-9_]*").isNotIn(RESERVED));
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void everythingIsDocumented(Schema schema) {
    assertThat(schema.getProp("connect.doc")).isNotBlank().endsWith(".");
    assertThat(schema.getFields())
        .allSatisfy(
            field ->
                assertThat(present(field.schema()).getProp("connect.doc"))
                    .isNotBlank()
                    .endsWith("."));
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void whatIsOptionalDefaultsToNull(Schema schema) {
    assertThat(schema.getFields())
        .filteredOn(field -> field.schema().isNullable())
        .isNotEmpty()
        .allSatisfy(field -> assertThat(field.hasDefaultValue()).isTrue())
        .allSatisfy(
            field ->
                assertThat(field.schema().getTypes().get(0).getType()).isEqualTo(Schema.Type.NULL));
  }

  @Test
  void theDirectoryHoldsNothingElse() throws IOException {
    try (Stream<Path> files = Files.list(AVRO)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              AvroSchemas.all().stream().map(AvroSchemas::fileName).collect(Collectors.toList()));
    }
  }

  static Stream<Schema> schemas() {
    return AvroSchemas.all().stream();
  }

  /** The branch of an optional field that is not null; the converter keeps the doc there. */
  private static Schema present(Schema schema) {
    return schema.isUnion() ? schema.getTypes().get(1) : schema;
  }
}
