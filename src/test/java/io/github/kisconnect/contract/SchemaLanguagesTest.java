package io.github.kisconnect.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.record.DecimalMode;
import io.github.kisconnect.record.ExpectedTradeSchema;
import io.github.kisconnect.record.GapSchema;
import io.github.kisconnect.record.MalformedSchema;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Time;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The schemas keep to what Avro, JSON Schema, Protobuf and SQL all have, so that the converter is
 * the user's choice.
 */
class SchemaLanguagesTest {

  private static final String IDENTIFIER = "[A-Za-z_][A-Za-z0-9_]*";
  private static final Set<Schema.Type> SCALARS =
      Set.of(
          Schema.Type.STRING,
          Schema.Type.BYTES,
          Schema.Type.INT32,
          Schema.Type.INT64,
          Schema.Type.FLOAT64);
  private static final Set<String> LOGICAL_TYPES =
      Set.of(Decimal.LOGICAL_NAME, Date.LOGICAL_NAME, Time.LOGICAL_NAME);

  /** Protobuf makes a package and a message of it, Avro a namespace and a record. */
  @ParameterizedTest
  @MethodSource("schemas")
  void haveFullNamesOfIdentifiers(Schema schema) {
    assertThat(schema.name().split("[.]"))
        .hasSizeGreaterThan(1)
        .allMatch(part -> part.matches(IDENTIFIER));
  }

  /**
   * Protobuf derives camel case names for JSON and refuses two fields of one such name; ksqlDB
   * folds the case.
   */
  @ParameterizedTest
  @MethodSource("schemas")
  void haveFieldsThatStayApartInEverySpelling(Schema schema) {
    assertThat(schema.fields()).extracting(Field::name).allMatch(name -> name.matches(IDENTIFIER));
    assertThat(schema.fields())
        .extracting(field -> field.name().replace("_", "").toLowerCase(Locale.ROOT))
        .doesNotHaveDuplicates();
  }

  /** Protobuf has neither arrays of arrays nor null within an array. */
  @ParameterizedTest
  @MethodSource("schemas")
  void areFlatButForAnArrayOfTexts(Schema schema) {
    assertThat(schema.type()).isEqualTo(Schema.Type.STRUCT);
    for (Field field : schema.fields()) {
      Schema type = field.schema();
      if (type.type() == Schema.Type.ARRAY) {
        assertThat(type.valueSchema()).isEqualTo(Schema.STRING_SCHEMA);
      } else {
        assertThat(type.type()).as(field.name()).isIn(SCALARS);
        assertThat(type.name())
            .as(field.name())
            .satisfiesAnyOf(
                name -> assertThat(name).isNull(), name -> assertThat(name).isIn(LOGICAL_TYPES));
      }
    }
  }

  static Stream<Schema> schemas() {
    return Stream.concat(
        Arrays.stream(DecimalMode.values()).map(mode -> new ExpectedTradeSchema(mode).schema()),
        Stream.of(GapSchema.schema(), MalformedSchema.schema()));
  }
}
