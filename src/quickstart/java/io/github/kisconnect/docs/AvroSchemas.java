package io.github.kisconnect.docs;

import io.confluent.connect.avro.AvroData;
import io.github.kisconnect.record.DecimalMode;
import io.github.kisconnect.record.ExpectedTradeSchema;
import io.github.kisconnect.record.GapSchema;
import io.github.kisconnect.record.MalformedSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;

/**
 * The value schemas as Avro, exactly as Confluent's AvroConverter registers them with its default
 * settings. Run it with the directory {@code avro} as argument to write the files anew.
 */
public final class AvroSchemas {

  private AvroSchemas() {}

  /** Writes every schema into the directory that the first argument names. */
  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args[0]);
    for (Schema schema : all()) {
      Files.writeString(
          directory.resolve(fileName(schema)), render(schema), StandardCharsets.UTF_8);
    }
  }

  /** Every schema, as the converter derives it. */
  public static List<Schema> all() {
    AvroData avroData = new AvroData(10);
    return List.of(
        avroData.fromConnectSchema(new ExpectedTradeSchema(DecimalMode.PRECISE).schema()),
        avroData.fromConnectSchema(GapSchema.schema()),
        avroData.fromConnectSchema(MalformedSchema.schema()));
  }

  /** The file that holds a schema. */
  public static String fileName(Schema schema) {
    return schema.getName() + ".avsc";
  }

  /** The content of the file: pretty JSON with a line break at its end. */
  public static String render(Schema schema) {
    return schema.toString(true) + "\n";
  }
}
