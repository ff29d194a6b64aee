package io.github.kisconnect.record;

import io.github.kisconnect.protocol.FrameOrigin;
import io.github.kisconnect.protocol.RejectReason;
import io.github.kisconnect.protocol.RejectedRecord;
import java.util.Arrays;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;

/**
 * The value schema of the malformed topic. The raw bytes are cut where a whole frame of garbage
 * would not fit into a Kafka message of default size, since that would fail the task over rubbish.
 * No name is a reserved word of SQL.
 */
public final class MalformedSchema {

  /** Full name of the struct. */
  public static final String NAME = "io.github.kisconnect.Malformed";

  /** Raised with every change of the struct. */
  public static final int VERSION = 1;

  /** Most raw bytes kept: even as base64 they stay below the default max.request.size of 1 MiB. */
  static final int MOST_RAW_BYTES = 512 * 1024;

  private static final String RAW_BYTES = "RAW_BYTES";
  private static final String RAW_LENGTH = "RAW_LENGTH";
  private static final String REASON = "REASON";
  private static final String DETAIL = "DETAIL";
  private static final String TICKER = "MKSC_SHRN_ISCD";
  private static final String TR_ID = "TR_ID";
  private static final String RECEIVED_AT_MICROS = "RECEIVED_AT_MICROS";
  private static final String SESSION = "SESSION";
  private static final String FRAME = "FRAME";
  private static final String RECORD_INDEX = "RECORD_INDEX";

  private static final Schema SCHEMA =
      SchemaBuilder.struct()
          .name(NAME)
          .version(VERSION)
          .doc("Something that KIS sent and that could not be decoded, with its bytes.")
          .field(
              RAW_BYTES,
              SchemaBuilder.bytes()
                  .doc("The bytes as received, of very long ones the first " + MOST_RAW_BYTES + ".")
                  .build())
          .field(
              RAW_LENGTH,
              SchemaBuilder.int32().doc("Length [bytes]: How many bytes were received.").build())
          .field(
              REASON,
              SchemaBuilder.string()
                  .doc(
                      "Class of the fault, one of "
                          + Arrays.toString(RejectReason.values())
                          + "; more may come.")
                  .build())
          .field(
              DETAIL,
              SchemaBuilder.string().doc("One sentence that names field and value.").build())
          .field(
              TICKER,
              SchemaBuilder.string()
                  .optional()
                  .doc(
                      "유가증권단축종목코드 [code]: Short code of the subscribed stock that the bytes name;"
                          + " null where they name none.")
                  .build())
          .field(
              TR_ID,
              SchemaBuilder.string()
                  .optional()
                  .doc("The TR of the frame; null where the frame could not be read so far.")
                  .build())
          .field(
              RECEIVED_AT_MICROS,
              SchemaBuilder.int64()
                  .doc(
                      "Time of receipt [microseconds since 1970-01-01T00:00:00Z]: as in the header"
                          + " kis.received.at of good records.")
                  .build())
          .field(
              SESSION,
              SchemaBuilder.string().doc("Id of the connection, as in kis.session.").build())
          .field(
              FRAME,
              SchemaBuilder.int64()
                  .doc("Number of the frame in the session, as in kis.frame.")
                  .build())
          .field(
              RECORD_INDEX,
              SchemaBuilder.int32()
                  .doc("Position of the record in the frame, from 0, as in kis.index.")
                  .build())
          .build();

  private MalformedSchema() {}

  /** The Connect schema. */
  public static Schema schema() {
    return SCHEMA;
  }

  static Struct struct(RejectedRecord rejected, FrameOrigin origin) {
    byte[] bytes = rejected.bytes();
    String trId = origin.trId();
    return new Struct(SCHEMA)
        .put(
            RAW_BYTES,
            bytes.length <= MOST_RAW_BYTES ? bytes : Arrays.copyOf(bytes, MOST_RAW_BYTES))
        .put(RAW_LENGTH, bytes.length)
        .put(REASON, rejected.reason().name())
        .put(DETAIL, rejected.detail())
        .put(TICKER, rejected.ticker())
        .put(TR_ID, trId == null || trId.isEmpty() ? null : trId)
        .put(RECEIVED_AT_MICROS, origin.receivedAtMicros())
        .put(SESSION, origin.session())
        .put(FRAME, origin.frame())
        .put(RECORD_INDEX, rejected.index());
  }
}
