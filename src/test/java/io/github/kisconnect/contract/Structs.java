package io.github.kisconnect.contract;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;

/** Makes structs comparable. */
final class Structs {

  private Structs() {}

  /** The values of a struct in order; Connect has two classes for bytes, here it is one. */
  static List<Object> fields(Object struct) {
    List<Object> values = new ArrayList<>();
    for (Field field : ((Struct) struct).schema().fields()) {
      Object value = ((Struct) struct).get(field);
      values.add(value instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : value);
    }
    return values;
  }
}
