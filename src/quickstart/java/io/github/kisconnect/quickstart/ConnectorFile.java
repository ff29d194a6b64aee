package io.github.kisconnect.quickstart;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A connector's configuration as JSON, as the worker's REST interface takes it. */
final class ConnectorFile {

  private ConnectorFile() {}

  static Map<String, String> read(Path file) {
    try {
      return new ObjectMapper()
          .readValue(file.toFile(), new TypeReference<LinkedHashMap<String, String>>() {});
    } catch (IOException e) {
      throw new QuickstartException("The file " + file + " cannot be read as JSON.", e);
    }
  }
}
