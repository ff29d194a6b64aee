package io.github.kisconnect.record;

import io.github.kisconnect.gap.Gap;
import io.github.kisconnect.gap.GapReason;
import java.util.Arrays;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;

/**
 * The value schema of the gap topic. Times are int64 microseconds rather than Connect Timestamps,
 * because they are to be compared with the header {@code kis.received.at}, and a Timestamp ends at
 * the millisecond. No name is a reserved word of SQL.
 */
public final class GapSchema {

  /** Full name of the struct. */
  public static final String NAME = "io.github.kisconnect.Gap";

  /** Raised with every change of the struct. */
  public static final int VERSION = 1;

  private static final String TICKER = "MKSC_SHRN_ISCD";
  private static final String REASON = "REASON";
  private static final String FROM_MICROS = "FROM_MICROS";
  private static final String TO_MICROS = "TO_MICROS";
  private static final String RECORDS_LOST = "RECORDS_LOST";
  private static final String SESSION = "SESSION";
  private static final String DETAIL = "DETAIL";

  private static final Schema SCHEMA =
      SchemaBuilder.struct()
          .name(NAME)
          .version(VERSION)
          .doc(
              "A hole: an interval in which records of a ticker are missing from the topic. Outside"
                  + " its gaps, a ticker is complete.")
          .field(
              TICKER,
              SchemaBuilder.string()
                  .doc("유가증권단축종목코드 [code]: Short code of the stock whose records are missing.")
                  .build())
          .field(
              REASON,
              SchemaBuilder.string()
                  .doc(
                      "Why they are missing, one of "
                          + Arrays.toString(GapReason.values())
                          + "; more may come.")
                  .build())
          .field(
              FROM_MICROS,
              SchemaBuilder.int64()
                  .doc(
                      "Start of the hole [microseconds since 1970-01-01T00:00:00Z]: on the clock of"
                          + " the header kis.received.at.")
                  .build())
          .field(
              TO_MICROS,
              SchemaBuilder.int64()
                  .optional()
                  .doc(
                      "End of the hole [microseconds since 1970-01-01T00:00:00Z]: on the same clock;"
                          + " null where no end is known.")
                  .build())
          .field(
              RECORDS_LOST,
              SchemaBuilder.int64()
                  .optional()
                  .doc(
                      "Records lost [records]: How many were received and are not in the topic; null"
                          + " where nobody can know.")
                  .build())
          .field(
              SESSION,
              SchemaBuilder.string()
                  .optional()
                  .doc(
                      "Id of the session in which the hole was closed or the loss happened, as in"
                          + " the header kis.session; null where there was none.")
                  .build())
          .field(DETAIL, SchemaBuilder.string().doc("One sentence for a human.").build())
          .build();

  private GapSchema() {}

  /** The Connect schema. */
  public static Schema schema() {
    return SCHEMA;
  }

  static Struct struct(Gap gap) {
    Struct struct =
        new Struct(SCHEMA)
            .put(TICKER, gap.ticker())
            .put(REASON, gap.reason().name())
            .put(FROM_MICROS, gap.fromMicros())
            .put(DETAIL, gap.detail());
    gap.toMicros().ifPresent(micros -> struct.put(TO_MICROS, micros));
    gap.recordsLost().ifPresent(records -> struct.put(RECORDS_LOST, records));
    if (!gap.session().isEmpty()) {
      struct.put(SESSION, gap.session());
    }
    return struct;
  }
}
