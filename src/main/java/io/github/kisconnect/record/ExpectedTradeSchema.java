package io.github.kisconnect.record;

import io.github.kisconnect.protocol.ExpectedTrade;
import io.github.kisconnect.protocol.ExpectedTradeField;
import io.github.kisconnect.protocol.FieldType;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;

/**
 * The value schema of the topic, derived from the table of fields: same names, same order. Built
 * once and immutable, so that any thread may make values of it.
 *
 * <p>Connect wants dates and times as {@code java.util.Date}, which is mutable, and a
 * transformation may do with a record what it likes. So every value gets dates of its own; what
 * values share cannot be changed.
 */
public final class ExpectedTradeSchema {

  /** Full name of the struct. */
  public static final String NAME = "io.github.kisconnect.ExpectedTrade";

  /** Raised with every change of the struct. */
  public static final int VERSION = 1;

  /** Name of the field behind the named ones, for whatever columns KIS appends. */
  public static final String EXTRA_FIELDS = "EXTRA_FIELDS";

  private final DecimalMode decimalMode;
  private final Schema schema;
  private final Column[] texts;
  private final Column[] integers;
  private final Column[] decimals;
  private final Column[] times;
  private final Column[] dates;
  private final Field extraFields;

  /** The schema with percentages and averages typed by the mode. */
  public ExpectedTradeSchema(DecimalMode decimalMode) {
    this.decimalMode = decimalMode;
    this.schema = build();
    this.texts = columns(FieldType.TEXT, FieldType.CODE);
    this.integers = columns(FieldType.KRW, FieldType.QUANTITY);
    this.decimals = columns(FieldType.DECIMAL2);
    this.times = columns(FieldType.TIME);
    this.dates = columns(FieldType.DATE);
    this.extraFields = unnamed(schema.field(EXTRA_FIELDS));
  }

  /** The Connect schema. */
  public Schema schema() {
    return schema;
  }

  /** The record as a value of this schema. */
  Struct struct(ExpectedTrade trade) {
    Struct struct = new Struct(schema);
    for (Column column : texts) {
      struct.put(column.target(), trade.textAt(column.source()));
    }
    fill(struct, trade, integers, Long::valueOf);
    fill(struct, trade, decimals, decimalMode::value);
    fill(struct, trade, times, millis -> Time.toLogical(Time.SCHEMA, (int) millis));
    fill(struct, trade, dates, day -> Date.toLogical(Date.SCHEMA, (int) day));
    if (!trade.extraFields().isEmpty()) {
      struct.put(extraFields, trade.extraFields());
    }
    return struct;
  }

  private static void fill(
      Struct struct, ExpectedTrade trade, Column[] columns, LongFunction<Object> value) {
    for (Column column : columns) {
      long number = trade.numberAt(column.source());
      if (number != ExpectedTrade.NO_NUMBER) {
        struct.put(column.target(), value.apply(number));
      }
    }
  }

  private Column[] columns(FieldType... types) {
    return Stream.of(ExpectedTradeField.values())
        .filter(field -> List.of(types).contains(field.type()))
        .map(field -> Column.of(field, schema.field(field.name())))
        .toArray(Column[]::new);
  }

  private Schema build() {
    SchemaBuilder builder =
        SchemaBuilder.struct()
            .name(NAME)
            .version(VERSION)
            .doc(
                "One expected execution (indicative auction price) of a Korean stock, as sent by KIS"
                    + " in realtime TR H0STANC0; field names and order are those of KIS.");
    for (ExpectedTradeField field : ExpectedTradeField.values()) {
      builder.field(field.name(), fieldSchema(field));
    }
    builder.field(
        EXTRA_FIELDS,
        SchemaBuilder.array(Schema.STRING_SCHEMA)
            .optional()
            .doc("Columns that KIS sent after the named ones, in their order and as they came.")
            .build());
    return builder.build();
  }

  private Schema fieldSchema(ExpectedTradeField field) {
    SchemaBuilder builder =
        switch (field.type()) {
          case TEXT, CODE -> SchemaBuilder.string();
          case KRW, QUANTITY -> SchemaBuilder.int64();
          case DECIMAL2 -> decimalMode.schema();
          case TIME -> Time.builder();
          case DATE -> Date.builder();
        };
    builder.doc(field.doc());
    return field.required() ? builder.build() : builder.optional().build();
  }

  /**
   * The same field for {@link Struct#put(Field, Object)}: of a named one, it makes a text for its
   * error message whether there is an error or not, and that text would cost more than all the rest
   * of a record.
   */
  private static Field unnamed(Field field) {
    return new Field(null, field.index(), field.schema());
  }

  /**
   * A slot of a trade and the field of the struct that it goes to, so that nothing is looked up for
   * a record.
   */
  private record Column(int source, Field target) {
    static Column of(ExpectedTradeField source, Field target) {
      return new Column(source.slot(), unnamed(target));
    }
  }
}
