package io.github.kisconnect.docs;

import io.github.kisconnect.protocol.ExpectedTradeField;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The fields of a record as the Markdown table of README. */
public final class FieldReference {

  private FieldReference() {}

  /** Prints the table to standard output as UTF-8. */
  public static void main(String[] args) {
    new PrintStream(System.out, true, StandardCharsets.UTF_8).print(table());
  }

  /** The table, one line for each field in the order of the wire, with a line break at its end. */
  public static String table() {
    StringBuilder table =
        new StringBuilder(
            """
            | # | Field | Korean | Meaning | Type | Unit |
            |--:|---|---|---|---|---|
            """);
    int place = 0;
    for (ExpectedTradeField field : ExpectedTradeField.values()) {
      table.append(
          "| %d | `%s` | %s | %s | %s | %s |\n"
              .formatted(
                  place++,
                  field.name(),
                  field.koreanName(),
                  field.meaning(),
                  type(field),
                  field.unit()));
    }
    return table.toString();
  }

  private static String type(ExpectedTradeField field) {
    String type =
        switch (field.type()) {
          case TEXT, CODE -> "string";
          case KRW, QUANTITY -> "int64";
          case DECIMAL2 -> "Decimal(2)";
          case TIME -> "Time";
          case DATE -> "Date";
        };
    return field.required() ? "**" + type + "**" : type;
  }
}
