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

  /** The header as a number. */
  public long longHeader(String name) {
    return Long.parseLong(headers.get(name));
  }
}
