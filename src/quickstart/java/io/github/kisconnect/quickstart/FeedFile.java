package io.github.kisconnect.quickstart;

import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * The file that {@code ${file:...}} in the connector's configuration refers to. Only its owner can
 * read it, and it is deleted in the end.
 */
final class FeedFile implements AutoCloseable {

  private final Path path;

  private FeedFile(Path path) {
    this.path = path;
  }

  static FeedFile write(Path path, Map<String, String> values) {
    Properties properties = new Properties();
    properties.putAll(values);
    try {
      Files.createDirectories(path.getParent());
      Files.deleteIfExists(path);
      ownersOnly(Files.createFile(path).toFile());
      try (Writer writer = Files.newBufferedWriter(path)) {
        properties.store(writer, null);
      }
      return new FeedFile(path);
    } catch (IOException e) {
      throw new QuickstartException("The file " + path + " cannot be written.", e);
    }
  }

  Path path() {
    return path;
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new QuickstartException(
          "The file " + path + " holds credentials and cannot be deleted: delete it yourself.", e);
    }
  }

  private static void ownersOnly(File file) throws IOException {
    boolean done =
        file.setReadable(false, false)
            && file.setReadable(true, true)
            && file.setWritable(false, false)
            && file.setWritable(true, true);
    if (!done) {
      throw new IOException("The permissions of " + file + " cannot be set.");
    }
  }
}
