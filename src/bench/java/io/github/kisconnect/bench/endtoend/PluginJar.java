package io.github.kisconnect.bench.endtoend;

import io.github.kisconnect.bench.undecoded.UndecodedSourceConnector;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.apache.kafka.connect.source.SourceConnector;

/** Packs the undecoded connector into a plugin directory of its own. */
final class PluginJar {

  private static final String SERVICE = "META-INF/services/" + SourceConnector.class.getName();

  private PluginJar() {}

  /**
   * Writes the plugin.
   *
   * @param directory to become an entry of a worker's {@code plugin.path}
   */
  static Path write(Path directory) {
    Class<?> connector = UndecodedSourceConnector.class;
    Path jar = directory.resolve("undecoded").resolve("undecoded.jar");
    try {
      Files.createDirectories(jar.getParent());
      Path root = Path.of(connector.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path classes = root.resolve(connector.getPackageName().replace('.', '/'));
      try (OutputStream file = Files.newOutputStream(jar);
          JarOutputStream out = new JarOutputStream(file)) {
        put(out, SERVICE, connector.getName().getBytes(StandardCharsets.UTF_8));
        for (Path each : files(classes)) {
          put(out, root.relativize(each).toString().replace('\\', '/'), Files.readAllBytes(each));
        }
      }
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException("The plugin " + jar + " cannot be written.", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The classes of the plugin are nowhere.", e);
    }
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }

  private static void put(JarOutputStream out, String name, byte[] content) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(content);
    out.closeEntry();
  }
}
