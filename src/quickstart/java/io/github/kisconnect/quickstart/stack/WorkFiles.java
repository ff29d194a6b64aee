package io.github.kisconnect.quickstart.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The files of one stack: generated properties, logs and broker data, all in one directory.
 *
 * @param directory created when needed
 */
record WorkFiles(Path directory) {

  private static final String LOGGING = "log4j2-stack.xml";

  Path log(String name) {
    return directory.resolve("logs").resolve(name + ".log");
  }

  /** An empty directory; what was in it is deleted. */
  Path emptyDirectory(String name) {
    Path path = directory.resolve(name);
    try {
      delete(path);
      return Files.createDirectories(path);
    } catch (IOException e) {
      throw new LocalStackException("The directory " + path + " cannot be emptied.", e);
    }
  }

  private static void delete(Path path) throws IOException {
    if (Files.exists(path)) {
      try (Stream<Path> files = Files.walk(path)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** Empties the log directory. */
  void discardLogs() {
    emptyDirectory("logs");
  }

  Path properties(String name, Map<String, String> values) {
    Properties properties = new Properties();
    properties.putAll(values);
    Path file = directory.resolve(name + ".properties");
    try {
      Files.createDirectories(directory);
      try (Writer writer = Files.newBufferedWriter(file)) {
        properties.store(writer, null);
      }
      return file;
    } catch (IOException e) {
      throw new LocalStackException("The file " + file + " cannot be written.", e);
    }
  }

  /** JVM options for a small server that starts quickly and logs warnings to standard output. */
  List<String> smallJvm() {
    return Stream.concat(
            logging().stream(), Stream.of("-Xmx512m", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8"))
        .toList();
  }

  private List<String> logging() {
    Path file = directory.resolve(LOGGING);
    try (InputStream resource = WorkFiles.class.getResourceAsStream(LOGGING)) {
      Files.createDirectories(directory);
      Files.copy(resource, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new LocalStackException("The file " + file + " cannot be written.", e);
    }
    return List.of("-Dlog4j2.configurationFile=" + file.toAbsolutePath());
  }
}
