package io.github.kisconnect.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.docs.AvroSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** The SQL of the consumers speaks of fields that the topics have, under the types they have. */
class SqlContractTest {

  private static final Path KSQLDB = Path.of("docker", "ksqldb");
  private static final Path FLINK = Path.of("src", "flink", "sql");

  /** What ksqlDB says of columns that the registry does not know: keys and headers. */
  private static final Map<String, String> NOT_IN_THE_VALUE =
      Map.of(
          "TICKER", "STRING",
          "KIS_RECEIVED_AT", "BYTES",
          "KIS_SESSION", "BYTES",
          "KIS_FRAME", "BYTES",
          "KIS_INDEX", "BYTES");

  private static final Map<String, String> METADATA =
      Map.of("KAFKA_OFFSET", "BIGINT", "KAFKA_HEADERS", "MAP");

  private final Schema trade = schema("ExpectedTrade");
  private final Schema gap = schema("Gap");

  @Test
  void ksqlDbUsesOnlyWhatTheTopicsHaveOrItHasNamedItself() throws IOException {
    final SqlScript script = SqlScript.parse(ksqlDb());

    assertThat(undeclared(script)).isEmpty();
    assertThat(script.columns()).containsOnlyKeys("EXPECTED_TRADE", "GAP");
    assertThat(script.columns().get("EXPECTED_TRADE")).isEqualTo(NOT_IN_THE_VALUE);
    assertThat(script.columns().get("GAP")).isEqualTo(Map.of("TICKER", "STRING"));
  }

  @Test
  void ksqlDbShowsOnlyWhatItHasCreated() throws IOException {
    final SqlScript created = SqlScript.parse(ksqlDb());
    final Set<String> known = new HashSet<>(created.declared());
    known.addAll(NOT_IN_THE_VALUE.keySet());

    assertThat(script(KSQLDB.resolve("show.sql")).used()).isNotEmpty().isSubsetOf(known);
  }

  @Test
  void flinkDeclaresFieldsAsTheyAre() throws IOException {
    final Map<String, Map<String, String>> columns = script(FLINK.resolve("tables.sql")).columns();

    assertThat(columns).containsOnlyKeys("EXPECTED_TRADE", "GAP");
    columns.get("EXPECTED_TRADE").entrySet().removeAll(METADATA.entrySet());
    assertThat(types(trade)).containsAllEntriesOf(columns.get("EXPECTED_TRADE"));
    assertThat(types(gap)).containsAllEntriesOf(columns.get("GAP"));
  }

  @Test
  void flinkUsesOnlyWhatTheTopicsHaveOrItHasNamedItself() throws IOException {
    for (String file : List.of("latest-prices.sql", "auctions.sql")) {
      final String tables = Files.readString(FLINK.resolve("tables.sql"));
      final String queries = Files.readString(FLINK.resolve(file));

      assertThat(undeclared(SqlScript.parse(tables + queries))).as(file).isEmpty();
    }
  }

  @Test
  void noticesAMisspeltField() throws IOException {
    for (String script : List.of(ksqlDb(), Files.readString(FLINK.resolve("auctions.sql")))) {
      for (String field : List.of("STCK_PRPR", "ACML_VOL", "BSOP_DATE", "RECORDS_LOST")) {
        final String misspelt = script.replaceAll("(?<!AS )\\b" + field + "\\b", field + "X");

        assertThat(undeclared(SqlScript.parse(misspelt))).as(script).contains(field + "X");
      }
    }
  }

  @Test
  void noticesAWrongType() throws IOException {
    final String wrong =
        Files.readString(FLINK.resolve("tables.sql")).replace("ACML_VOL BIGINT", "ACML_VOL STRING");
    final Map<String, String> columns = SqlScript.parse(wrong).columns().get("EXPECTED_TRADE");

    assertThat(columns).containsEntry("ACML_VOL", "STRING");
    assertThat(types(trade)).containsEntry("ACML_VOL", "BIGINT");
  }

  /** The second file builds upon the first. */
  private static String ksqlDb() throws IOException {
    return Files.readString(KSQLDB.resolve("latest.sql"))
        + Files.readString(KSQLDB.resolve("auctions.sql"));
  }

  private Set<String> undeclared(SqlScript script) {
    final Set<String> undeclared = new HashSet<>(script.used());
    undeclared.removeAll(script.declared());
    undeclared.removeAll(NOT_IN_THE_VALUE.keySet());
    undeclared.removeAll(METADATA.keySet());
    undeclared.removeAll(types(trade).keySet());
    undeclared.removeAll(types(gap).keySet());
    return undeclared;
  }

  /** The fields with the first word of their SQL type. */
  private static Map<String, String> types(Schema schema) {
    return schema.getFields().stream()
        .collect(Collectors.toMap(Schema.Field::name, field -> type(field.schema())));
  }

  private static String type(Schema schema) {
    final Schema present = schema.isUnion() ? schema.getTypes().get(1) : schema;
    final String logical = present.getProp("logicalType");
    if (logical != null) {
      return switch (logical) {
        case "date" -> "DATE";
        case "time-millis" -> "TIME";
        case "decimal" -> "DECIMAL";
        default -> logical;
      };
    }
    return switch (present.getType()) {
      case STRING -> "STRING";
      case LONG -> "BIGINT";
      default -> present.getType().getName();
    };
  }

  private static SqlScript script(Path file) throws IOException {
    return SqlScript.parse(Files.readString(file));
  }

  private static Schema schema(String name) {
    return AvroSchemas.all().stream()
        .filter(schema -> schema.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
