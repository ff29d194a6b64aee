package io.github.kisconnect.quickstart.stack;

import java.util.Map;
import org.apache.avro.generic.GenericRecord;

/**
 * One record of a topic, read back through the registry.
 *
 * @param key the text of the record key, or null
 * @param timestamp milliseconds since the epoch
 * @param headers text of the headers by name; of equal names the last
 */
public record AvroRecord(
    int partition,
    long offset,
    long timestamp,
    String key,
    GenericRecord value,
    Map<String, String> headers) {

  /**
   * The text of a header.
   *
   * @throws IllegalStateException if the record has no such header
   */
  public String header(String name) {
    String text = headers.get(name);
    if (text == null) {
      throw new IllegalStateException(
          "The record at offset %d of partition %d has no header %s."
              .formatted(offset, partition, name));
    }
    return text;
  }

  /** The header as a number. */
  public long longHeader(String name) {
    return Long.parseLong(header(name));
  }
}
